// Numbers, times and dates as the reader's locale writes them.
const whole = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, {notation: "compact", maximumSignificantDigits: 3});
const decimal = new Intl.NumberFormat(undefined, {minimumFractionDigits: 1, maximumFractionDigits: 1});
const share = new Intl.NumberFormat(undefined, {style: "percent", maximumFractionDigits: 0});
const fineShare = new Intl.NumberFormat(undefined, {style: "percent", maximumFractionDigits: 1});
const clock = new Intl.DateTimeFormat(undefined, {hour: "numeric", minute: "2-digit"});
const hour = new Intl.DateTimeFormat(undefined, {hour: "numeric"});
const day = new Intl.DateTimeFormat(undefined, {day: "numeric", month: "short"});
const dayOfYear = new Intl.DateTimeFormat(undefined, {day: "numeric", month: "short", year: "numeric"});
const weekday = new Intl.DateTimeFormat(undefined, {weekday: "short", day: "numeric", month: "short"});
const month = new Intl.DateTimeFormat(undefined, {month: "short"});
const monthOfYear = new Intl.DateTimeFormat(undefined, {month: "long", year: "numeric"});
const year = new Intl.DateTimeFormat(undefined, {year: "numeric"});

/** Every digit up to 99,999, three of them beyond. */
export const count = number => number < 100_000 ? whole.format(number) : compact.format(number);
export const exactly = number => whole.format(number);
export const ratio = number => decimal.format(number);

/** Nothing and everything are only what is exactly that. */
export const percent = number =>
    fineShare.format(number > 0 && number < 1 ? Math.max(0.001, Math.min(number, 0.999)) : number);

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
    const parts = [[hours, "hour"], [minutes, "minute"], [rest, "second"]].filter(([number]) => number > 0).slice(0, 2);
    return parts.length === 0 ? unit(0, "second") : parts.map(part => unit(...part)).join(" ");
}

const unit = (number, name) =>
    new Intl.NumberFormat(undefined, {style: "unit", unit: name, unitDisplay: "narrow"}).format(number);

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

const arrow = number => number > 0 ? "↑" : "↓";

/** What the axis calls a bucket. */
export function tick(date, interval) {
    switch (interval) {
        case "hour": return hour.format(date);
        case "month": return date.getMonth() === 0 ? year.format(date) : month.format(date);
        default: return day.format(date);
    }
}

/** What a bucket is called where there is room. */
export function bucket(start, end, interval) {
    switch (interval) {
        case "hour": return `${weekday.format(start)}, ${fullHour(start)}`;
        case "day": return weekday.format(start);
        case "week": return day.formatRange(start, end);
        default: return monthOfYear.format(start);
    }
}

/* Until the next hour on the clock. A range over midnight would be written with both dates. */
function fullHour(start) {
    const end = new Date(start);
    end.setHours(start.getHours() + 1);
    return end.getDate() === start.getDate() ? clock.formatRange(start, end) : `${time(start)} – ${time(end)}`;
}

export const time = date => clock.format(date);

/** The days from one date to another, both included. */
export function span(from, to) {
    const thisYear = new Date().getFullYear();
    const format = from.getFullYear() === thisYear && to.getFullYear() === thisYear ? day : dayOfYear;
    return format.formatRange(from, to);
}
