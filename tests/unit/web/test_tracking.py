from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.web.tracking import tracking_runs, without_tracking

PAGE = "https://example.com/bridge"


@pytest.mark.parametrize(
    ("parameters", "names", "rest"),
    [
        ("?utm_source=letter", ["utm_source"], ""),
        ("?utm_source=letter&utm_medium=email", ["utm_source", "utm_medium"], ""),
        ("?id=7&fbclid=IwAR0", ["fbclid"], "?id=7"),
        ("?fbclid=IwAR0&id=7", ["fbclid"], "?id=7"),
        ("?a=1&gclid=2&b=3", ["gclid"], "?a=1&b=3"),
        ("?a=%20+&gclid=2&&b", ["gclid"], "?a=%20+&&b"),
        ("?UTM_Source=letter&hsCtaTracking=1", ["UTM_Source", "hsCtaTracking"], ""),
        ("?fbclid=1&fbclid=2", ["fbclid"], ""),
        ("?fbclid", ["fbclid"], ""),
        ("?id=7&amp;utm_source=letter&amp;utm_medium=email", ["utm_source", "utm_medium"], "?id=7"),
        ("?fbclid=1#part-2", ["fbclid"], "#part-2"),
        ("#Echobox=16832", ["Echobox"], ""),
        ("?id=7#xtor=RSS-16", ["xtor"], "?id=7"),
        ("?msclkid=1#part-2&utm_source=letter", ["msclkid", "utm_source"], "#part-2"),
        ("?mtm_campaign=a&pk_campaign=b&matomo_kwd=c&piwik_kwd=d", None, ""),
        ("?at_medium=a&at_campaign=b&at_custom1=c&at_link_id=d", None, ""),
        ("?_hsenc=a&_hsmi=b&__hstc=c&__hssc=d&__hsfp=e&hsa_cam=f", None, ""),
        ("?mc_cid=a&mc_eid=b&mkt_tok=c&oly_enc_id=d&vero_id=e&__s=f&_bhlid=g", None, ""),
        ("?dclid=a&gbraid=b&wbraid=c&gad_source=d&srsltid=e&_ga=f&_gl=g", None, ""),
        ("?igshid=a&twclid=b&ttclid=c&li_fat_id=d&yclid=e&ScCid=f&rdt_cid=g", None, ""),
        ("?elq_mid=21557&elq_cid=1618237&elq=3c0c&id=7", ["elq_mid", "elq_cid", "elq"], "?id=7"),
        ("?elqTrackId=a&elqaid=b&elqat=c&elqak=d&elqcst=e&elqcsid=f&elq_lid=g", None, ""),
        ("?_mc=RSS_IWK_EDT", ["_mc"], ""),
        ("?ranMID=a&cm_mmc=b&cm_mmca1=c&adjust_tracker=d&awc=e&irgwc=1&fb_comment_id=g", None, ""),
    ],
)
def test_tracking_goes(parameters: str, names: list[str] | None, rest: str) -> None:
    if names is not None:
        found = [name for run in tracking_runs(PAGE + parameters) for name in run.names]
        assert found == names
    assert without_tracking(PAGE + parameters) == PAGE + rest


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}?",
        f"{PAGE}?#",
        f"{PAGE}?amp",
        f"{PAGE}?amp=1&outputType=amp&view=AMP",
        f"{PAGE}?v=a1B2&t=30s&list=c&page=2",
        f"{PAGE}?width=800&height=530&fit=crop&auto=webp",
        f"{PAGE}?id=1&cid=2&p=3&cmp=4&ref=5&ref_src=6&source=7&si=8&spm=9&mbid=0",
        f"{PAGE}?pk_id=1&pk=2&ocid=3&ncid=4&smid=5&at_home=6",
        f"{PAGE}?my_utm_source=1&autm_source=2&utmsource=3&fbclid2=4",
        f"{PAGE}?mc=1&_m=2&elqs=3&elq_=4&sel_elq=5&mt_=6&int_id=7&adjust=8",
        f"{PAGE}?next=utm_source=letter",
        f"{PAGE}?q=fbclid",
        f"{PAGE}#utm_sourcebook".replace("utm_", "utm-"),
        f"{PAGE}/utm_source=letter",
        f"{PAGE}/fbclid",
        "https://utm_source.example/",
        "",
        "?",
        "#",
    ],
)
def test_the_rest_stays(url: str) -> None:
    assert tracking_runs(url) == []
    assert without_tracking(url) == url


def test_added_names() -> None:
    url = f"{PAGE}?CMP=share&ref=home&id=7"
    assert [each.names for each in tracking_runs(url, {"cmp", "ref"})] == [["CMP", "ref"]]
    assert without_tracking(url, {"cmp", "ref"}) == f"{PAGE}?id=7"


_PIECES = st.sampled_from(["utm_source", "fbclid", "id", "amp;", "=", "&", "?", "#", "/", "a", " "])


@given(st.lists(_PIECES).map("".join))
def test_nothing_is_left(url: str) -> None:
    without = without_tracking(url)
    assert tracking_runs(without) == []
    assert without_tracking(without) == without
