// Draws the chosen metric over time, the period before it behind it. Mouse, touch and arrow keys walk along it.
import {timeMarks, valueMarks} from "./axis.js";
import {drawn, element} from "./element.js";
import {bucket, span, tick} from "./format.js";
import {METRICS} from "./metrics.js";
import {endOfBucket, partners} from "./range.js";
import {Reading} from "./reading.js";

const HEIGHT = 280;
const MARGIN = {top: 16, right: 12, bottom: 30, left: 40};
const LABEL_WIDTH = 76;

export class Chart {
    #place;
    #plot = element("div", {class: "plot", role: "slider", tabindex: "0", "aria-valuemin": "0"});
    #table = element("table");
    #legend = element("p", {class: "legend"});
    #reading;
    #data;

    /** @param zoom called with the first and the last day of what was chosen in the chart */
    constructor(place, zoom) {
        this.#place = place;
        this.#reading = new Reading(this.#plot, index => zoom(this.#data.points[index]));
        place.replaceChildren(this.#legend, this.#plot, element("div", {class: "unseen"}, this.#table));
        new ResizeObserver(() => this.#data && this.#draw()).observe(this.#plot);
    }

    async show({state, range, questions}) {
        const metric = METRICS[state.metric];
        const [now, before] = await Promise.all([
            values(questions, metric, range, range.interval),
            range.before && values(questions, metric, range.before, range.interval)]);
        const others = before && partners(now.starts, before.starts, range.interval);
        const points = now.starts.map((start, index) =>
            point(start, now.values[index], before, others?.[index], range));
        this.#data = {metric, points, range, isWhole: now.values.every(Number.isInteger)};
        this.#draw();
        this.#fillTable();
    }

    #draw() {
        const {metric, points, range, isWhole} = this.#data;
        const width = this.#plot.clientWidth;
        const highest = Math.max(0, ...points.flatMap(one => [one.value ?? 0, one.before ?? 0]));
        const marks = valueMarks(highest, {isTime: metric.isTime, isWhole: isWhole && !metric.isShare});
        const texts = marks.map(metric.write);
        const scale = new Scale(width, points.length, marks.at(-1), this.#widthOf(texts));
        const drawing = drawn("svg", {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true"},
            drawn("linearGradient", {id: "fade", x2: 0, y2: 1}, drawn("stop"), drawn("stop", {offset: 1})),
            ...marks.map((value, index) => valueMark(scale, value, texts[index])),
            ...labels(points, range.interval, scale),
            ...curves(points, scale));
        this.#plot.querySelector("svg")?.remove();
        this.#plot.prepend(drawing);
        this.#legend.replaceChildren(...legend(metric, range));
        this.#reading.follow(this.#data, scale);
    }

    /* Of the widest of these, as the axis writes them. */
    #widthOf(texts) {
        const ruler = new OffscreenCanvas(1, 1).getContext("2d");
        ruler.font = "12px " + getComputedStyle(this.#plot).fontFamily;
        return Math.max(...texts.map(text => ruler.measureText(text).width));
    }

    #fillTable() {
        const {metric, points, range} = this.#data;
        const heads = ["Time", metric.label, ...range.before ? ["Period before"] : []];
        const rows = points.filter(one => one.value !== undefined).map(one => element("tr", {},
            element("th", {scope: "row"}, one.label), element("td", {}, metric.write(one.value)),
            range.before && element("td", {}, one.before === undefined ? "" : metric.write(one.before))));
        this.#table.replaceChildren(
            element("caption", {}, `${metric.label} over time`),
            element("thead", {}, element("tr", {}, ...heads.map(head => element("th", {scope: "col"}, head)))),
            element("tbody", {}, ...rows));
    }
}

/** Turns buckets and values into places. */
class Scale {
    constructor(width, count, highest, label) {
        this.width = width;
        this.count = count;
        this.left = Math.max(MARGIN.left, label) + 12;
        this.right = width - MARGIN.right;
        this.bottom = HEIGHT - MARGIN.bottom;
        this.highest = highest;
    }

    x(index) {
        return this.count < 2 ? (this.left + this.right) / 2
            : this.left + index * (this.right - this.left) / (this.count - 1);
    }

    y(value) {
        return this.bottom - value / this.highest * (this.bottom - MARGIN.top);
    }

    /** The bucket nearest to a place. */
    index(x) {
        const part = (x - this.left) / (this.right - this.left);
        return Math.max(0, Math.min(this.count - 1, Math.round(part * (this.count - 1))));
    }
}

async function values(questions, metric, stretch, interval) {
    const answers = await Promise.all(metric.series.map(name => questions.ask(name, stretch, {interval})));
    return {
        starts: answers[0].keys.map(key => new Date(key)),
        values: answers[0].values.map((first, index) => metric.combine?.(first, answers[1].values[index]) ?? first),
    };
}

/* A bucket that lies ahead has no value yet; the one that is under way is not finished. */
function point(first, value, before, index, range) {
    const isBegun = first <= range.until && !range.isAhead;
    const isOpen = isBegun && range.isOpen && endOfBucket(first, range.interval) > range.until;
    const other = before?.starts[index];
    return {
        ...named(first, range, range.interval, isOpen), value: isBegun ? value : undefined, isOpen,
        before: before?.values[index], beforeLabel: other && named(other, range.before, range.interval).label,
    };
}

/* What a range has of the bucket that begins so, and what that is called: a part of a week or a month by its days. The
 * one that is under way keeps its name. */
function named(first, {from, to}, interval, isOpen) {
    const last = endOfBucket(first, interval);
    const start = first < from ? from : first;
    const end = last > to && !isOpen ? to : last;
    const isWhole = start === first && end === last;
    return {start, end, label: bucket(start, end, isWhole ? interval : "week")};
}

function valueMark(scale, value, text) {
    const y = scale.y(value);
    return drawn("g", {class: value === 0 && "base"},
        drawn("line", {x1: scale.left, x2: scale.right, y1: y, y2: y}),
        drawn("text", {x: scale.left - 10, y: y + 4, "text-anchor": "end"}, text));
}

function labels(points, interval, scale) {
    const room = Math.floor((scale.right - scale.left) / LABEL_WIDTH) + 1;
    return timeMarks(points.map(one => one.start), interval, room).map(index => {
        const x = scale.x(index);
        return drawn("text", {class: "time", x, y: HEIGHT - 8, "text-anchor": anchor(x, scale)},
            tick(points[index].start, interval));
    });
}

/* Labels at the edges stay inside. */
function anchor(x, scale) {
    const edge = LABEL_WIDTH / 3;
    const isAlone = scale.count < 2;
    return isAlone ? "middle" : x > scale.right - edge ? "end" : x < scale.left + edge ? "start" : "middle";
}

function curves(points, scale) {
    const place = (index, value) => `${scale.x(index).toFixed(1)},${scale.y(value).toFixed(1)}`;
    const now = points.flatMap((one, index) => one.value === undefined ? [] : [place(index, one.value)]);
    const before = points.flatMap((one, index) => one.before === undefined ? [] : [place(index, one.before)]);
    const known = points[now.length - 1]?.isOpen ? now.slice(0, -1) : now;
    const shapes = [];
    if (before.length > 1) {
        shapes.push(drawn("polyline", {class: "before", points: before.join(" ")}));
    }
    if (now.length > 0) {
        const edge = index => `${scale.x(index).toFixed(1)},${scale.bottom}`;
        shapes.push(drawn("polygon", {class: "area", points: [edge(0), ...now, edge(now.length - 1)].join(" ")}),
            drawn("polyline", {class: "line", points: known.join(" ")}),
            drawn("polyline", {class: "line open", points: now.slice(known.length - 1).join(" ")}));
    }
    if (now.length === 1) {
        const [cx, cy] = now[0].split(",");
        shapes.push(drawn("circle", {class: "dot", cx, cy, r: 4}));
    }
    return shapes;
}

function legend(metric, range) {
    const now = element("span", {class: "key now"}, `${metric.label}, ${span(range.from, range.until)}`);
    return range.before
        ? [now, element("span", {class: "key before"}, span(range.before.from, range.before.to))] : [now];
}
