// Numbers, times and dates as the reader's locale writes them.
const number = options => new Intl.NumberFormat(undefined, options);
const date = options => new Intl.DateTimeFormat(undefined, options);

const whole = number();
const compact = number({notation: "compact", maximumSignificantDigits: 3});
const decimal = number({minimumFractionDigits: 1, maximumFractionDigits: 1});
const share = number({style: "percent", maximumFractionDigits: 0});
const fineShare = number({style: "percent", maximumFractionDigits: 1});
const clock = date({hour: "numeric", minute: "2-digit"});
const hour = date({hour: "numeric"});
const day = date({day: "numeric", month: "short"});
const dayOfYear = date({day: "numeric", month: "short", year: "numeric"});
const weekday = date({weekday: "short", day: "numeric", month: "short"});
const month = date({month: "short"});
const monthOfYear = date({month: "long", year: "numeric"});
const year = date({year: "numeric"});

/** Every digit up to 99,999, three of them beyond. */
export const count = value => value < 100_000 ? whole.format(value) : compact.format(value);
export const exactly = value => whole.format(value);
export const ratio = value => decimal.format(value);

/** Nothing and everything are only what is exactly that. */
export const percent = value =>
    fineShare.format(value > 0 && value < 1 ? Math.max(0.001, Math.min(value, 0.999)) : value);

/** A share of a whole: never 0 % for something, nor 100 % for less than all. */
export function portion(part, all) {
    const value = all > 0 ? part / all : 0;
    return value > 0 && value < 0.005 ? "<" + share.format(0.01)
        : share.format(part < all ? Math.min(value, 0.99) : value);
}

/** Hours and minutes, or minutes and seconds: two units are enough. */
export function duration(seconds) {
    const rounded = Math.round(seconds);
    const [hours, minutes, rest] = [Math.floor(rounded / 3600), Math.floor(rounded / 60) % 60, rounded % 60];
    const parts = [[hours, "hour"], [minutes, "minute"], [rest, "second"]].filter(([value]) => value > 0).slice(0, 2);
    return parts.length === 0 ? unit(0, "second") : parts.map(part => unit(...part)).join(" ");
}

const unit = (value, name) => number({style: "unit", unit: name, unitDisplay: "narrow"}).format(value);

/** How far `now` is from `before`, as it fits on a card: `↑ 12%`; of shares in points. */
export function change(now, before, isShare) {
    if (isShare) {
        const points = (now - before) * 100;
        return Math.abs(points) < 0.05 ? SAME : `${arrow(points)} ${decimal.format(Math.abs(points))} pt`;
    }
    if (before === 0) {
        return now === 0 ? SAME : "↑ new";
    }
    const part = now / before - 1;
    return Math.abs(part) < 0.005 ? SAME
        : part >= 10 ? `↑ ×${count(Math.round(part + 1))}` : `${arrow(part)} ${share.format(Math.abs(part))}`;
}

/** What stands for no change. */
export const SAME = share.format(0);

const arrow = value => value > 0 ? "↑" : "↓";

/** What the axis calls a bucket. */
export function tick(start, interval) {
    switch (interval) {
        case "hour": return hour.format(start);
        case "month": return start.getMonth() === 0 ? year.format(start) : month.format(start);
        default: return day.format(start);
    }
}

/** What a bucket is called where there is room. */
export function bucket(start, end, interval) {
    switch (interval) {
        case "hour": return `${weekday.format(start)}, ${fullHour(start)}`;
        case "day": return weekday.format(start);
        case "week": return span(start, end);
        default: return monthOfYear.format(start);
    }
}

/* Until the next hour on the clock. A range over midnight would be written with both dates. */
function fullHour(start) {
    const end = new Date(start);
    end.setHours(start.getHours() + 1);
    return end.getDate() === start.getDate() ? clock.formatRange(start, end) : `${time(start)} – ${time(end)}`;
}

export const time = at => clock.format(at);

/** The days from one date to another, both included. */
export function span(from, to) {
    const thisYear = new Date().getFullYear();
    const format = from.getFullYear() === thisYear && to.getFullYear() === thisYear ? day : dayOfYear;
    return format.formatRange(from, to);
}
