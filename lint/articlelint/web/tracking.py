"""Which parameters of a URL record how a reader came to it, and the URL without them.

A name is listed if its owner documents it; if one of these strips it from the URLs of every site:
Firefox (its query stripping), Brave (its query filter), uBlock Origin (its privacy list), ClearURLs
(its global rules); or if the Tracking Query Params Registry or several other link cleaners know it.
Not listed are common words and names that identify content on some sites: `cmp`, `id`, `ref`, `si`,
`source`, `spm`, or `mbid`, which is also an id of MusicBrainz.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from articlelint.model import Span
from articlelint.named_tuple import NamedTuple

#: How a name starts: Urchin, which Google Analytics and most others imitate; Google Ads; Matomo
#: under its several names; HubSpot's advertisements; the open-ended names of Piano, Adjust and
#: Acoustic.
_PREFIXES = (
    *("utm_", "gad_", "matomo_", "mtm_", "piwik_", "hsa_", "at_custom", "at_link"),
    *("adjust_", "cm_mmc"),
)

#: The other names in lower case, by owner.
_NAMES_BY_OWNER = {
    "Acoustic": ["cm_cr", "cm_me"],
    "ActiveCampaign": ["vgo_ee"],
    "AD EBiS": ["ebisadid", "ebisother1", "ebisother2", "ebisother3", "ebisother4", "ebisother5"],
    "Adjust": ["adj_campaign", "adj_creative", "adj_label", "gps_adid", "unicorn_click_id"],
    "Admitad": ["admitad_uid"],
    "Adobe Advertising": ["ef_id", "s_kwcid"],
    "Adobe Analytics": ["s_cid"],
    "Adobe Marketo": ["mkt_tok"],
    "Adobe Target": ["adobe_mc_ref", "adobe_mc_sdid"],
    "AppsFlyer": ["af_ad", "af_adset", "af_click_lookback", "af_force_deeplink", "af_xp"],
    "Awin": ["awc"],
    "Beehiiv": ["_bhlid"],
    "Blackbaud": ["bbeml"],
    "Blueshift": ["bsft_aaid", "bsft_clkid", "bsft_eid", "bsft_ek", "bsft_mid", "bsft_uid"],
    "Bounce Exchange": ["sms_click", "sms_source", "sms_uph"],
    "Branch": ["_branch_match_id", "_branch_referrer"],
    "CJ": ["cjdata", "cjevent"],
    "Comscore": ["ns_campaign", "ns_fee", "ns_linkname", "ns_mchannel", "ns_source"],
    "Cxense": ["cx_click", "cx_recsorder", "cx_recswidget"],
    "Dialog Insight": [
        *("oft_c", "oft_ck", "oft_d", "oft_id", "oft_ids", "oft_k", "oft_lk", "oft_sk"),
    ],
    "Dotdigital": ["dm_i"],
    "DPG Media": ["dpg_campaign", "dpg_content", "dpg_medium", "dpg_source"],
    "Drip": ["__s"],
    "Echobox": ["echobox"],
    "Emarsys": ["emcs_t", "ems_dl", "sc_customer", "sc_eh", "sc_uid"],
    "Google Ads": ["dclid", "gbraid", "gclid", "gclsrc", "srsltid", "wbraid"],
    "Google AMP": ["usqp"],
    "Google Analytics": [
        *("_ga", "_gl", "ga_campaign", "ga_content", "ga_medium", "ga_place", "ga_source"),
        "ga_term",
    ],
    "HubSpot": ["__hsfp", "__hssc", "__hstc", "_hsenc", "_hsmi", "hsctatracking"],
    "Humble Bundle": ["hmb_campaign", "hmb_medium", "hmb_source"],
    "Impact": ["ir_adid", "ir_campaignid", "ir_partnerid", "irclickid", "irgwc"],
    "IO Technologies": ["__io_lv", "_io_session_id"],
    "Klaviyo": ["_kx"],
    "LinkedIn": ["li_fat_id"],
    "Listrak": ["trk_contact", "trk_module", "trk_msg", "trk_sid"],
    "Mailchimp": ["mc_cid", "mc_eid", "mc_tc"],
    "MailerLite": ["ml_subscriber", "ml_subscriber_hash"],
    "Mapp": ["wt_mc", "wt_zmc", "wtrid"],
    "Matomo": [
        *("pk_campaign", "pk_cid", "pk_content", "pk_cpn", "pk_keyword", "pk_kwd", "pk_medium"),
        "pk_source",
    ],
    "Meta": [
        *("action_object_map", "action_ref_map", "action_type_map", "fb_action_ids"),
        *("fb_action_types", "fb_comment_id", "fb_ref", "fb_source", "fbadid", "fbclid", "igsh"),
        "igshid",
    ],
    "Microsoft": ["msclkid"],
    "Microsoft Dynamics": ["_clde", "_cldee"],
    "Mindbox": ["mindbox-click-id", "mindbox-message-key"],
    "myTarget": ["rb_clickid"],
    "MyTracker": [
        *("mt_adset", "mt_campaign", "mt_click_id", "mt_creative", "mt_link_id", "mt_medium"),
        "mt_network",
    ],
    "Omeda": ["oly_anon_id", "oly_enc_id"],
    "Openstat": ["_openstat"],
    "Oracle Eloqua": [
        *("elq", "elq_cid", "elq_lid", "elq_mid", "elqaid", "elqak", "elqat", "elqcampaignid"),
        *("elqcsid", "elqcst", "elqtrack", "elqtrackid"),
    ],
    "Outbrain": ["dicbo"],
    "Piano": [
        *("at_campaign", "at_campaign_type", "at_creation", "at_emailtype", "at_medium"),
        *("at_ptr_name", "at_recipient_id", "at_recipient_list", "at_send_date", "xtor"),
    ],
    "Pinterest": ["epik"],
    "publishers": [
        *("cmpid", "int_campaign", "int_content", "int_medium", "int_source", "int_term"),
        *("itm_campaign", "itm_content", "itm_medium", "itm_source", "itm_term"),
    ],
    "Rakuten": ["raneaid", "ranmid", "ransiteid"],
    "Reddit": ["rdt_cid"],
    "Salesforce": ["et_cid", "et_lid", "et_rid"],
    "Segmentify": ["_sgm_action", "_sgm_campaign", "_sgm_pinned", "_sgm_source", "_sgm_term"],
    "ShareASale": ["sscid"],
    "Snapchat": ["sccid"],
    "Squarespace": ["ss_email_id"],
    "Taboola": ["tblci"],
    "Telegram": ["tgclid"],
    "TikTok": ["ttclid"],
    "Triple Whale": ["tw_medium", "tw_profile_id", "tw_source"],
    "UBM": ["_mc"],
    "Vero": ["vero_conv", "vero_id"],
    "Wicked Reports": ["wickedid"],
    "X": ["__twitter_impression", "twclid"],
    "Yahoo": ["guccounter", "guce_referrer", "guce_referrer_sig"],
    "Yahoo Japan": ["_ly_c", "_ly_r", "yj_r"],
    "Yandex": ["yclid", "ymclid", "ysclid"],
}
_NAMES = frozenset(name for names in _NAMES_BY_OWNER.values() for name in names)


class TrackingRun(NamedTuple):
    """Tracking parameters that follow each other in a URL: where, and their names, each once."""

    span: Span
    names: list[str]


def tracking_runs(url: str, more: Collection[str] = ()) -> list[TrackingRun]:
    """The tracking parameters of a URL; ``more`` are added names in lower case.

    They are in the query or, on sites that accept nothing more in the query, in the fragment.
    """
    page, query, fragment = _split(url)
    runs = []
    for start, parameters in ((len(page) + 1, query), (len(url) - len(fragment), fragment)):
        named = _named(parameters, start)
        for is_tracking, group in groupby(named, lambda each: _is_tracking(each[0], more)):
            if is_tracking:
                names, spans = zip(*group, strict=True)
                span = Span(spans[0].start, spans[-1].end)
                runs.append(TrackingRun(span, list(dict.fromkeys(names))))
    return runs


def _named(parameters: str, start: int) -> Iterator[tuple[str, Span]]:
    """The name of each parameter, and where it is with its value."""
    for each in parameters.split("&"):
        yield _bare(each.partition("=")[0]), Span(start, start + len(each.rstrip()))
        start += len(each) + 1


def without_tracking(url: str, more: Collection[str] = ()) -> str:
    """The same URL without its tracking parameters, the rest as it is written."""
    if ("?" not in url and "#" not in url) or not tracking_runs(url, more):
        return url
    page, query, fragment = _split(url)
    for mark, parameters in (("?", query), ("#", fragment)):
        kept = [
            each
            for each in parameters.split("&")
            if not _is_tracking(_bare(each.partition("=")[0]), more)
        ]
        page += mark + "&".join(kept) if any(kept) else ""
    return page


def _split(url: str) -> tuple[str, str, str]:
    """The URL up to its query, the query, the fragment."""
    address, _, fragment = url.partition("#")
    page, _, query = address.partition("?")
    return page, query, fragment


def _bare(name: str) -> str:
    """A parameter's name without what is left of ``&amp;`` in a URL that was copied from HTML."""
    return name.removeprefix("amp;")


def _is_tracking(name: str, more: Collection[str]) -> bool:
    name = name.lower()
    return name in _NAMES or name.startswith(_PREFIXES) or name in more
