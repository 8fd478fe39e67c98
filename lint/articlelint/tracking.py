"""What a URL tells of how a reader came to it, and which page it leads to without that.

The names are those that Firefox, Brave and the ClearURLs project strip from URLs, as far as they
are no common words, and those that analytics programs document for their campaigns.
"""

from __future__ import annotations

from collections.abc import Collection

#: What a name of a tracking parameter begins with: Google Analytics and all that imitate it,
#: Matomo, Piwik, Adobe, HubSpot ads, Omeda, Branch.
PREFIXES = ("utm_", "mtm_", "matomo_", "piwik_", "pk_", "hsa_", "oly_", "_branch_", "__hs")

#: The others, each with the one who sets it.
NAMES = frozenset(
    {
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "srsltid", "_ga", "_gl"),
        *("fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "igsh", "igshid"),
        *("msclkid", "twclid", "ttclid", "li_fat_id", "epik", "rdt_cid", "sccid", "tblci"),
        *("yclid", "ysclid", "_openstat", "guccounter", "guce_referrer", "guce_referrer_sig"),
        *("mc_cid", "mc_eid", "mkt_tok", "vero_id", "vero_conv", "ml_subscriber"),
        *("ml_subscriber_hash", "_hsenc", "_hsmi", "hsctatracking", "_kx", "dm_i", "sms_source"),
        *("trk_contact", "trk_msg", "trk_module", "trk_sid", "wickedid", "irclickid", "cjevent"),
        *("oft_id", "oft_k", "oft_lk", "oft_d", "oft_c", "oft_ck", "oft_ids", "oft_sk"),
        *("s_cid", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "ns_fee"),
        *("cmpid", "ocid", "ncid", "smid", "xtor", "at_campaign", "at_medium", "bbeml"),
        *("rb_clickid", "wt_mc", "mbid", "unicorn_click_id", "__twitter_impression"),
    }
)


def tracking_names(url: str, more: Collection[str] = ()) -> list[str]:
    """The names of a URL's tracking parameters, as written; ``more`` are further ones."""
    names = (each.partition("=")[0] for each in _parameters(url))
    return [name for name in names if _is_tracking(name, more)]


def without_tracking(url: str, more: Collection[str] = ()) -> str:
    """The same URL without its tracking parameters, all else as it is written."""
    address, mark, fragment = url.partition("#")
    page, _, _ = address.partition("?")
    kept = [each for each in _parameters(url) if not _is_tracking(each.partition("=")[0], more)]
    return page + "?" * bool(kept) + "&".join(kept) + mark + fragment


def _parameters(url: str) -> list[str]:
    _, mark, query = url.partition("#")[0].partition("?")
    return query.split("&") if mark else []


def _is_tracking(name: str, more: Collection[str]) -> bool:
    name = name.lower()
    return name in NAMES or name.startswith(PREFIXES) or name in more
