package prisme.demo;

import prisme.event.Client;
import prisme.event.VisitorId;

/// A visitor, for one day.
record Person(String visitorId, Client client, String country) {
    private static final Weighted<Client> CLIENTS = new Weighted.Builder<Client>()
            .with(250, new Client("Chrome", "Windows", Client.OTHER))
            .with(210, new Client("Chrome", "Android", Client.OTHER))
            .with(150, new Client("Safari", "iOS", "iPhone"))
            .with(80, new Client("Chrome", "macOS", "Mac"))
            .with(70, new Client("Safari", "macOS", "Mac"))
            .with(60, new Client("Edge", "Windows", Client.OTHER))
            .with(45, new Client("Firefox", "Windows", Client.OTHER))
            .with(28, new Client("Firefox", "Linux", Client.OTHER))
            .with(24, new Client("Samsung Internet", "Android", "Samsung SM-G991B"))
            .with(16, new Client("Safari", "iOS", "iPad"))
            .with(14, new Client("Chrome", "iOS", "iPhone"))
            .with(12, new Client("Chrome", "Linux", Client.OTHER))
            .with(10, new Client("Firefox", "macOS", "Mac"))
            .with(8, new Client("Facebook", "iOS", "iPhone"))
            .with(8, new Client("Chrome", "Android", "Pixel 9"))
            .with(6, new Client("Opera", "Windows", Client.OTHER))
            .with(4, new Client("Chrome", "Chrome OS", Client.OTHER))
            .with(3, new Client("DuckDuckGo", "Android", Client.OTHER))
            .with(2, Client.UNKNOWN)
            .build();

    private static final Weighted<String> COUNTRIES = Weighted.words(
            "DE 300 US 150 AT 70 CH 66 FR 56 GB 54 NL 34 PL 26 IT 25 ES 24 IN 22 CA 20 BR 16 SE 14 BE 13 CZ 12 JP 12 "
            + "AU 11 DK 10 TR 9 UA 8 NO 7 FI 7 PT 6 RO 6 HU 6 MX 5 IE 5 GR 5 KR 4 ID 4 AR 3 ZA 3 IL 3 SG 3 LU 3 VN 2 "
            + "PH 2 TH 2 CL 2 CO 2 BG 2 HR 2 SK 2 SI 2 RS 2 LT 2 EE 1 LV 1 NZ 1 NG 1 KE 1 EG 1 MA 1 PK 1 BD 1 LI 1 "
            + "IS 1 MT 1 CY 1 XX 4");

    static Person any(Dice dice) {
        return new Person(VisitorId.ofDay(dice.bits(), dice.bits()), CLIENTS.any(dice), COUNTRIES.any(dice));
    }
}
