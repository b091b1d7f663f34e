package prisme.stats;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import prisme.columns.Part;
import prisme.stats.Tally.Reads;
import prisme.stats.Tally.Sheet;

/// Lets every tally see what it counts, in one go over each part.
final class Scan {
    private final Selection selection;
    private final Selected selected;
    private final List<Tally> tallies;

    Scan(Selection selection, Selected selected, List<Tally> tallies) {
        this.selection = selection;
        this.selected = selected;
        this.tallies = tallies;
    }

    void run(NumberedPart numbered) {
        if (numbered.count(selected.rows()) == 0) {
            return;
        }
        Part part = numbered.part();
        List<Sheet> sheets = tallies.stream().map(tally -> tally.sheet(numbered)).toList();
        sessions(numbered, wanting(sheets, EnumSet.of(Reads.SESSIONS)));
        boolean isInside = part.lastSecond() >= selection.from() && part.firstSecond() <= selection.to();
        events(numbered, wanting(sheets, isInside ? EnumSet.of(Reads.EVENTS_INSIDE, Reads.VIEWS_AT_ANY_TIME)
                : EnumSet.of(Reads.VIEWS_AT_ANY_TIME)));
    }

    private static List<Sheet> wanting(List<Sheet> sheets, Set<Reads> any) {
        return sheets.stream().filter(sheet -> sheet.reads().stream().anyMatch(any::contains)).toList();
    }

    private void sessions(NumberedPart numbered, List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            return;
        }
        SessionChunk chunk = new SessionChunk(numbered);
        for (int from = 0; from < numbered.part().sessions(); from += SessionChunk.SIZE) {
            chunk.move(from, selected.records());
            if (chunk.picked() > 0) {
                sheets.forEach(sheet -> sheet.sessions(chunk));
            }
        }
    }

    private void events(NumberedPart numbered, List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            return;
        }
        EventChunk chunk = new EventChunk(numbered, selected.rows(), selection);
        for (int from = 0; from < numbered.part().events(); from += EventChunk.SIZE) {
            chunk.move(from);
            sheets.forEach(sheet -> sheet.events(chunk));
        }
    }
}
