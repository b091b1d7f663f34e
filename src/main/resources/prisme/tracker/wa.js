// Prisme's tracker: tells a server about page views, custom events, outbound links and file downloads.
//
// It is served as prisme.tracker.Minifier makes it: without comments and spaces, and with one letter for each name that
// begins with $. What makes that safe: comments have lines of their own, every statement ends with a semicolon, no text
// within quotes has a space in it, and no other name is a single letter. Every byte is paid for by every visitor, so
// some lines are shorter than they would be elsewhere.
//
// It must never disturb a page, so that whatever the browser or the page calls is $guarded, and the rest is in here:
try {
  let $script = document.currentScript,
    $data = $script.dataset,
    $prisme = window.prisme ||= {},
    $pushState = history.pushState,
    $key = "prismeAnalytics.tracking.enable",

    // What the next page view says when it is not told otherwise. The path and the status are those of the document
    // that was loaded, so they go once they are used.
    $defaults = {...$data},

    // The page that was reported last, which is where clicks and custom events happen, and its referrer.
    $page = location,
    $referrer = document.referrer,
    $shown,

    // As browsers read addresses on the page, which may have a base of its own.
    $absolute = $url => new URL($url, document.baseURI),

    // The server is where the script is from, two steps up.
    $api = $absolute($data.prismeUrl || new URL("..", $script.src)).href.replace(/\/*$/, "/api/v1/events/"),

    // The same function, but one that waits while the page is prerendered, and keeps its faults to itself.
    $guarded = $function => (...$list) => {
      let $run = () => {
        try {
          return $function(...$list);
        } catch {}
      };
      return document.prerendering ? addEventListener("prerenderingchange", $run, 1) : $run();
    },

    // Whether the switch for one's own visits is set. Where storage is blocked there is no switch, and visits count.
    $isOff = $guarded(() => localStorage[$key] == "false"),

    // Reports something that happens on a page, and returns the page's address as it was told: under the domain and
    // path of the options, without fragment, and no longer than the server takes it. Neither the parameters nor a body
    // of plain text need a CORS preflight, which headers of our own would.
    $send = ($kind, $body, $options) => {
      $options = {...$defaults, ...$options};
      let $url = $absolute("//" + ($options.domain || $page.host) + $page.search);
      $url.pathname = $options.path || $page.pathname;
      $isOff() || fetch($api + $kind + "?" + new URLSearchParams({
        referrer: $url.href.slice(0, 2e3),
        "document-referrer": $referrer.slice(0, 2e3).replace(location.origin + "/", $url.origin + "/"),
        "visitor-id": $options.visitorId || "",
        status: $options.status || ""
      }), {method: "POST", keepalive: 1, body: $body}).catch($url => $url);
      return $url;
    },

    $pageview = $options => {
      $page = location;
      $page = $send("pageviews", null, $options);
      $referrer = $page.href;
      $defaults.path = $defaults.status = "";
    },

    // Looks whether the address is that of another page: one with another path, since queries are not counted apart.
    // #prisme-ignore turns the switch, and goes from the address, lest a reload turns it back. A page that comes back
    // from the cache of Back and Forward as it was left is viewed as if it had been loaded anew, but under its address:
    // the path and the status of the document are used up by then.
    $look = $guarded($event => {
      let $url = location.pathname;
      if ($event?.persisted) $shown = $referrer = document.referrer;
      if (location.hash == "#prisme-ignore") {
        history.replaceState(null, "", location.href.slice(0, -14));
        $guarded(() => localStorage[$key] = $isOff())();
      }
      if ("hash" in $data) $url += location.hash;
      "manual" in $data || $url == $shown || $pageview(0, $shown = $url);
    }),

    // Links may be in the shadow of custom elements, and in SVG, where the href is an object. Where we count a click,
    // the link's ping to our server must not.
    $click = $guarded($event => {
      let $link = $event.composedPath().find($url => $url.href && /^a/.test($url.localName)),
        $url = $absolute($link.href.baseVal || $link.href),
        $kind = $link.attributes.download
          ? "file-downloads"
          : $url.hostname != location.hostname && $url.hostname != $page.hostname && "outbound-links";
      if ($kind && $event.button < 2 && /^http/.test($url) && $script.getAttribute("data-" + $kind) != "false") {
        $send($kind, $url.origin + $url.pathname);
        $link.ping &&= $link.ping.replace(/\S+/g, $url => $absolute($url).href.split($api)[1] ? "" : $url);
      }
    });

  $prisme.trigger = $guarded(($url, $body, $options) => $send(
    "custom/" + encodeURIComponent($url),
    $body && new Blob([JSON.stringify($body)], {type: "application/json"}),
    $options
  ));
  if ("manual" in $data) $prisme.pageview = $guarded($pageview);
  history.pushState = (...$list) => $look($pushState.apply(history, $list));
  addEventListener("popstate", $look, 1);
  addEventListener("pageshow", $look, 1);
  addEventListener("click", $click, 1);
  addEventListener("auxclick", $click, 1);
  $look();
  $prisme.q?.map($list => $prisme.trigger(...$list));
} catch {}
