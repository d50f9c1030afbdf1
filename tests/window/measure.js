(() => {
    // What is cut and what lies over another, in what is seen now. What is foreign (names, values) may be cut; it is said
    // whole elsewhere. Returns sentences; none where all is well.
    const faults = [];
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const modal = top !== document.body;
    const named = (element) => {
        const own = element.closest('[data-testid]')?.dataset.testid ?? '';
        const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
        return `${element.tagName.toLowerCase()}.${[...element.classList].filter((name) => !name.startsWith('svelte-')).join('.')} in ${own}: “${text}”`;
    };
    const heard = (element) => element.closest('.hidden, [aria-hidden=true], [hidden], option, svg') !== null;
    const foreign = (element) => element.matches('bdi, bdi *, input, textarea, select, pre') || element.querySelector('bdi') !== null || (element.textContent ?? '').includes('\u2068');

    const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !heard(element);
    const all = [...top.querySelectorAll('*')].filter(visible);

    // Cut: more inside than there is room for, where the rest is not shown and cannot be scrolled to.
    for (const element of all) {
        const style = getComputedStyle(element);
        const clips = (overflow) => overflow === 'hidden' || overflow === 'clip';
        const wide = clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
        const tall = clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
        if ((wide || tall) && !foreign(element)) faults.push(`cut ${wide ? 'in width' : 'in height'}: ${named(element)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`the window is ${innerWidth} wide and its page ${document.documentElement.scrollWidth}`);

    // The lines of text as they are drawn, as far as they are in sight.
    const inSight = (element, box) => {
        let { left, right, top: above, bottom } = box;
        for (let parent = element; parent !== null; parent = parent.parentElement) {
            if (getComputedStyle(parent).overflow === 'visible') continue;
            const room = parent.getBoundingClientRect();
            [left, right, above, bottom] = [Math.max(left, room.left), Math.min(right, room.right), Math.max(above, room.top), Math.min(bottom, room.bottom)];
        }
        return right - left > 2 && bottom - above > 2 ? { left, right, top: above, bottom } : null;
    };
    const lines = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (node.data.trim() === '' || !parent || !visible(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const drawn of range.getClientRects()) {
            const box = inSight(parent, drawn);
            if (box) lines.push({ parent, box });
            // Out of the button or the badge that it stands in.
            const frame = parent.closest('button, .badge, .card, dialog');
            const room = frame?.getBoundingClientRect();
            if (room && box && (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1)) {
                faults.push(`out of its frame: ${named(frame)}`);
            }
        }
    }
    // What lies above others on purpose covers them whole.
    const layer = (element) => element.closest('[role=menu], [data-testid=field-picker], [data-testid=drop-overlay]');
    const layers = top.querySelector('[role=menu], [data-testid=field-picker], [data-testid=drop-overlay]') !== null;
    for (let one = 0; one < lines.length; one += 1) {
        for (let other = one + 1; other < lines.length; other += 1) {
            const [a, b] = [lines[one], lines[other]];
            if (layers && layer(a.parent) !== layer(b.parent)) continue;
            const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            // Lines of text lie a little into each other where they are close.
            if (across > 2 && down > 5) faults.push(`over another: ${named(a.parent)} and ${named(b.parent)}`);
        }
    }
    if (lines.length < 3) faults.push('there is nothing to measure');
    // What can be pressed is there to be pressed.
    for (const element of all) {
        if (!element.matches('button, a[href], input, select, textarea, summary') || element.disabled) continue;
        const box = inSight(element.parentElement, element.getBoundingClientRect());
        if (!box || layers) continue;
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const there = document.elementFromPoint(x, y);
        if (there === null || element.closest('[inert]') || getComputedStyle(element).pointerEvents === 'none') continue;
        if (there !== element && !element.contains(there) && !there.contains(element) && there.closest('label')?.control !== element) {
            faults.push(`covered: ${named(element)} by ${named(there)}`);
        }
    }
    return { modal, lines: lines.length, faults: [...new Set(faults)] };
})()
