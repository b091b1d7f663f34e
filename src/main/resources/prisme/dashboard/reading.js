// The finger on the chart: a line at one bucket and a note with its values. The chart is a slider to assistive
// technology, so that arrow keys and screen readers walk along it as they do along any other.
import {drawn, element} from "./element.js";
import {change} from "./format.js";

export class Reading {
    #plot;
    #note = element("div", {class: "note", hidden: true});
    #data;
    #scale;
    #index = -1;
    #isRead = true;

    /** @param choose called with the index of the bucket that is clicked or entered */
    constructor(plot, choose) {
        this.#plot = plot;
        plot.append(this.#note);
        const acts = {
            pointermove: event => this.#to(this.#under(event)),
            pointerdown: event => this.#press(event),
            pointerleave: event => event.pointerType === "touch" || this.#to(-1),
            blur: () => this.#to(-1),
            focus: () => plot.matches(":focus-visible") && this.#to(this.#last()),
            click: () => this.#isRead && this.#choose(choose),
            keydown: event => this.#key(event, choose),
        };
        addEventListener("keydown", ({key}) => key === "Escape" && this.#to(-1));
        Object.entries(acts).forEach(([name, act]) => plot.addEventListener(name, act));
    }

    /** What there is to read from now on. */
    follow(data, scale) {
        this.#data = data;
        this.#scale = scale;
        this.#plot.setAttribute("aria-label", `${data.metric.label} over time`);
        this.#plot.setAttribute("aria-valuemax", this.#last());
        this.#plot.setAttribute("aria-valuenow", Math.max(0, Math.min(this.#index, this.#last())));
        this.#to(Math.min(this.#index, data.points.length - 1));
    }

    #under(event) {
        return this.#scale?.index(event.clientX - this.#plot.getBoundingClientRect().left) ?? -1;
    }

    /* A mouse has read what it presses; a finger reads with its first tap. */
    #press(event) {
        const index = this.#under(event);
        this.#isRead = event.pointerType !== "touch" || index === this.#index;
        this.#to(index);
    }

    #last() {
        return Math.max(0, this.#data.points.findLastIndex(point => point.value !== undefined));
    }

    #choose(choose) {
        if (this.#index >= 0 && this.#data.points[this.#index].value !== undefined) {
            choose(this.#index);
        }
    }

    #key(event, choose) {
        const current = this.#index < 0 ? this.#last() + 1 : this.#index;
        const targets = {ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: this.#last()};
        if (event.key === "Enter") {
            this.#choose(choose);
        } else if (event.key in targets && this.#data && !event.altKey && !event.metaKey && !event.ctrlKey) {
            event.preventDefault();
            this.#to(Math.max(0, Math.min(targets[event.key], this.#data.points.length - 1)));
        }
    }

    #to(index) {
        this.#index = index;
        this.#plot.querySelector(".finger")?.remove();
        this.#note.hidden = index < 0;
        if (index >= 0) {
            this.#point(this.#data.points[index], this.#scale.x(index));
        }
    }

    #point(point, x) {
        const {metric} = this.#data;
        const dots = [["before-dot", point.before], ["dot", point.value]].filter(([, value]) => value !== undefined)
            .map(([name, value]) => drawn("circle", {class: name, cx: x, cy: this.#scale.y(value), r: 4}));
        this.#plot.querySelector("svg").append(drawn("g", {class: "finger"},
            drawn("line", {x1: x, x2: x, y1: 8, y2: this.#scale.bottom}), ...dots));
        this.#note.replaceChildren(...lines(point, metric));
        const width = this.#note.offsetWidth;
        const left = x + 14 + width > this.#scale.width ? x - 14 - width : x + 14;
        this.#note.style.setProperty("left", Math.max(0, left) + "px");
        this.#plot.setAttribute("aria-valuenow", this.#index);
        this.#plot.setAttribute("aria-valuetext", [...this.#note.children].map(line => line.textContent).join(", "));
    }
}

function lines(point, metric) {
    const found = [element("p", {class: "note-time"}, point.label, point.isOpen && " so far")];
    if (point.value !== undefined) {
        found.push(element("p", {}, `${metric.label} `, element("b", {}, metric.write(point.value)),
            point.before !== undefined && !point.isOpen
                && element("span", {class: "note-change"}, " " + change(point.value, point.before, metric.isShare))));
    }
    if (point.before !== undefined) {
        found.push(element("p", {class: "note-before"}, `${point.beforeLabel} `,
            element("b", {}, metric.write(point.before))));
    }
    return found;
}
