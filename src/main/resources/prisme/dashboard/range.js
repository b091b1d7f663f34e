// The periods a reader can choose, and the stretch of time that each means at a given moment, in the reader's zone.

/** In the order of the menu, with the key that chooses each. */
export const PERIODS = {
    "today": {label: "Today", key: "d"},
    "yesterday": {label: "Yesterday", key: "e"},
    "7d": {label: "Last 7 days", key: "w"},
    "30d": {label: "Last 30 days", key: "t"},
    "month": {label: "This month", key: "m"},
    "last-month": {label: "Last month", key: "l"},
    "12mo": {label: "Last 12 months", key: "y"},
    "all": {label: "All time", key: "a"},
    "custom": {label: "Custom", key: "c"},
};

/**
 * The stretch from `from` to `to` (its last millisecond), of which there is something `until` now, and the stretch
 * `before` it with the same moment of its own: this morning compares with yesterday morning, what lies ahead with
 * nothing.
 */
export function rangeOf(state, now, firstEvent) {
    const {from, to, shift} = stretch(state, now, firstEvent);
    const isOpen = to > now;
    const isAhead = from > now;
    const isCompared = shift && !isAhead && shift(from).getFullYear() >= 1970;
    const before = isCompared ? {from: shift(from), to: new Date(from - 1)} : undefined;
    if (before) {
        before.until = isOpen ? new Date(Math.min(shift(now), before.to)) : before.to;
    }
    return {from, to, until: isOpen && !isAhead ? now : to, isOpen, isAhead, interval: interval(from, to), before};
}

/** The calendar day of a date as a date field spells it, which is as Swedes do. */
export function dayText(date) {
    return date.toLocaleDateString("sv");
}

/** The last millisecond of the bucket that begins at `start`. */
export function endOfBucket(start, interval) {
    switch (interval) {
        case "hour": return new Date(start.getTime() + 3_599_999);
        case "day": return new Date(days(start, 1) - 1);
        case "week": return new Date(days(start, 7) - 1);
        default: return new Date(months(start, 1) - 1);
    }
}

function stretch(state, now, firstEvent) {
    const today = days(now, 0);
    const tonight = new Date(days(now, 1) - 1);
    const thisMonth = months(now, 0);
    switch (state.period) {
        case "today": return {from: today, to: tonight, shift: back(days, 1)};
        case "yesterday": return {from: days(now, -1), to: new Date(today - 1), shift: back(days, 1)};
        case "7d": return {from: days(now, -6), to: tonight, shift: back(days, 7)};
        case "month": return {from: thisMonth, to: new Date(months(now, 1) - 1), shift: back(months, 1)};
        case "last-month": return {from: months(now, -1), to: new Date(thisMonth - 1), shift: back(months, 1)};
        case "12mo": return {from: months(now, -11), to: new Date(months(now, 1) - 1), shift: back(months, 12)};
        case "all": return {from: firstEvent, to: tonight};
        case "custom": return custom(state);
        default: return {from: days(now, -29), to: tonight, shift: back(days, 30)};
    }
}

function custom(state) {
    const [from, last] = [state.from, state.to].map(text => new Date(text + "T00:00"));
    return {from, to: new Date(days(last, 1) - 1), shift: back(days, daysBetween(from, last) + 1)};
}

/** For each bucket the index of the one it compares with. Some days have an hour twice, and some lack one. */
export function partners(starts, others, interval) {
    const hours = dates => dates.map(date => `${daysBetween(days(dates[0], 0), days(date, 0))} ${date.getHours()}`);
    const theirs = hours(others);
    return interval === "hour" ? hours(starts).map(hour => theirs.indexOf(hour)) : [...starts.keys()];
}

/* Midnights move to midnights; a time of day is kept, and so is the day of the month where the other month has it.
 * A day that lacks its first hour has its midnight at one. */
function back(unit, count) {
    return date => {
        const moved = unit(date, -count);
        if (unit === months) {
            const lastDay = new Date(moved.getFullYear(), moved.getMonth() + 1, 0).getDate();
            moved.setDate(Math.min(date.getDate(), lastDay));
        }
        if (date > days(date, 0)) {
            moved.setHours(date.getHours(), date.getMinutes(), date.getSeconds(), date.getMilliseconds());
        }
        return moved;
    };
}

/** The midnight that begins the day so many days on. */
export function days(date, count) {
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + count);
}

/** The midnight that begins the month so many months on. */
export function months(date, count) {
    return new Date(date.getFullYear(), date.getMonth() + count, 1);
}

/* Days may be an hour shorter or longer. */
function daysBetween(from, to) {
    return Math.round((to - from) / 86_400_000);
}

function interval(from, to) {
    const length = daysBetween(from, to);
    return length <= 2 ? "hour" : length <= 100 ? "day" : length <= 200 ? "week" : "month";
}
