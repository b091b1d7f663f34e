package prisme;

import java.io.IOException;
import java.util.List;
import prisme.country.CountryLines;

/// `country`: prints the countries of IP addresses.
record CountryCommand() implements Command {
    @Override
    public String name() {
        return "country";
    }

    @Override
    public String summary() {
        return "Says which country an IP address belongs to";
    }

    @Override
    public String explanation() {
        return "It reads one address a line from standard input and prints one JSON object a line; XX is a country "
                + "that is not known. The built-in table is made of IP address delegation statistics by the Number "
                + "Resource Organization (NRO), https://www.nro.net/, CC BY 4.0, compiled by ip-location-db.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings();
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        new CountryLines(arguments.settings(shell).geoDatabase().open()).run(shell.in(), shell.out());
        return Exit.OK;
    }
}
