package prisme.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import prisme.columns.EventColumn;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.columns.SessionColumn;
import prisme.stats.Selection.Dimension;
import prisme.stats.Selection.Filter;

/// Finds the sessions that match a selection.
final class SessionSelector {
    private final Inventory inventory;
    private final Selection selection;
    private final Workers workers;

    SessionSelector(Inventory inventory, Selection selection, Workers workers) {
        this.inventory = inventory;
        this.selection = selection;
        this.workers = workers;
    }

    Selected run() {
        Bits records = inventory.records();
        workers.each(inventory.parts().size(), i -> select(inventory.parts().get(i), records));
        List<Filter> paths = selection.filters().getOrDefault(Dimension.PATH, List.of());
        if (!paths.isEmpty()) {
            keepVisitorsOf(paths, records);
        }
        Bits rows = records.copy();
        inventory.spread(rows);
        return new Selected(records, rows);
    }

    /// Clears those records of a part whose sessions are not under way in the range, or do not pass a filter.
    private void select(NumberedPart numbered, Bits records) {
        Part part = numbered.part();
        if (part.sessions() == 0 || part.firstStart() > selection.to() || part.lastSecond() < selection.from()) {
            records.clearAll(numbered.firstRow(), numbered.endRow());
            return;
        }
        List<Condition> conditions = conditions(part);
        SessionChunk chunk = new SessionChunk(numbered);
        for (int from = 0; from < part.sessions() && !conditions.isEmpty(); from += SessionChunk.SIZE) {
            for (Condition condition : conditions) {
                keep(chunk, numbered, from, records, condition);
            }
        }
    }

    private List<Condition> conditions(Part part) {
        List<Condition> conditions = new ArrayList<>();
        if (part.lastStart() > selection.to()) {
            conditions.add((chunk, i) -> chunk.starts()[i] <= selection.to());
        }
        if (part.firstSecond() < selection.from()) {
            conditions.add((chunk, i) -> chunk.exits()[i] >= selection.from());
        }
        passing(part).forEach((column, codes) -> conditions.add((chunk, i) -> codes.get(chunk.column(column)[i])));
        return conditions;
    }

    private interface Condition {
        boolean holds(SessionChunk chunk, int index);
    }

    private static void keep(SessionChunk chunk, NumberedPart numbered, int from, Bits rows, Condition condition) {
        chunk.move(from, rows);
        for (int i = 0; i < chunk.picked(); i++) {
            int index = chunk.picks()[i];
            if (!condition.holds(chunk, index)) {
                rows.clear(numbered.firstRow() + from + index);
            }
        }
    }

    private Map<SessionColumn, Bits> passing(Part part) {
        Map<SessionColumn, Bits> passing = new EnumMap<>(SessionColumn.class);
        selection.filters().forEach((dimension, filters) -> {
            if (dimension != Dimension.PATH && !filters.isEmpty()) {
                SessionField place = SessionField.of(dimension);
                passing.put(place.column(), FilterMatch.codes(part.texts(place.field()), filters));
            }
        });
        return passing;
    }

    /// Clears the sessions without a page view of such a path.
    private void keepVisitorsOf(List<Filter> paths, Bits records) {
        Bits rows = inventory.noRows();
        Bits candidates = records.copy();
        inventory.spread(candidates);
        workers.each(inventory.parts().size(), i -> visit(inventory.parts().get(i), paths, candidates, rows));
        inventory.gather(rows);
        for (int i = 0; i < records.words.length; i++) {
            records.words[i] &= rows.words[i];
        }
    }

    private void visit(NumberedPart numbered, List<Filter> paths, Bits candidates, Bits rows) {
        if (numbered.count(candidates) == 0) {
            return;
        }
        Part part = numbered.part();
        Bits passing = FilterMatch.codes(part.texts(Field.PATH), paths);
        EventChunk chunk = new EventChunk(numbered, candidates, selection);
        for (int from = 0; from < part.events(); from += EventChunk.SIZE) {
            chunk.move(from);
            int[] path = chunk.column(EventColumn.PATH);
            int[] session = chunk.column(EventColumn.SESSION);
            EventChunk.Picks views = chunk.viewsAtAnyTime();
            for (int i = 0; i < views.count; i++) {
                if (passing.get(path[views.indexes[i]])) {
                    rows.set(numbered.firstRow() + session[views.indexes[i]]);
                }
            }
        }
    }
}
