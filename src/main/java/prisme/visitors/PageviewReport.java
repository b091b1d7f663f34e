package prisme.visitors;

import prisme.event.Page;
import prisme.event.Referrer;

/// A page view as a browser reports it.
///
/// @param who       the visitor on this site
/// @param page      the page that was viewed
/// @param referrer  the page before
/// @param visitorId the id that the site itself gives the visitor, empty when it gives none
/// @param status    the HTTP status the page was served with
public record PageviewReport(Fingerprint who, Page page, Referrer referrer, String visitorId, int status) {}
