// Where an axis has its marks.
import {days} from "./range.js";

const NUMBER_STEPS = [1, 2, 5];
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Round values from 0 to at least `highest`, about four of them. */
export function valueMarks(highest, {isTime, isWhole}) {
    const least = highest / 4;
    const step = isTime ? TIME_STEPS.find(one => one >= least) ?? roundStep(least)
        : Math.max(roundStep(least), isWhole ? 1 : 0);
    const marks = Math.max(1, Math.ceil(highest / step - 1e-9));
    return Array.from({length: marks + 1}, (_, index) => index * step);
}

function roundStep(least) {
    if (least <= 0) {
        return 0.25;
    }
    const power = 10 ** Math.floor(Math.log10(least));
    return [...NUMBER_STEPS, 10].find(step => step * power >= least * (1 - 1e-9)) * power;
}

/** The indices of the buckets that get a label: as many as there is room for, at places that people think in. */
export function timeMarks(starts, interval, room) {
    const choices = RHYTHMS[interval].map(rhythm => starts.map((_, index) => index)
        .filter(index => rhythm(starts[index], index)));
    return choices.find(marks => marks.length > 0 && marks.length <= room) ?? [0];
}

const every = count => (_, index) => index % count === 0;
const hours = count => date => date.getHours() % count === 0;
const monthsOf = count => (date, index) => date.getMonth() % count === 0 && isFirstOfMonth(date, index);
const weeksOf = count => date => date.getDate() <= 7 && date.getMonth() % count === 0;
const isFirstOfMonth = date => date.getDate() === 1;
const isMonday = date => date.getDay() === 1;

const RHYTHMS = {
    hour: [hours(1), hours(2), hours(3), hours(6), hours(12), date => date.getTime() === days(date, 0).getTime()],
    day: [every(1), every(2), every(3), isMonday, every(10), isFirstOfMonth, monthsOf(3)],
    week: [every(1), every(2), weeksOf(1), weeksOf(3)],
    month: [every(1), every(2), monthsOf(3), monthsOf(6), monthsOf(12), every(24), every(60)],
};
