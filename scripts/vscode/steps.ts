import type { Page } from 'playwright-core';

/** What a step does with its argument, the text after the first space. */
const steps: Readonly<Record<string, (page: Page, argument: string) => Promise<unknown>>> = {
  /** Runs a command from the palette by its title: `command View: Show Explorer`. */
  command: async (page, title) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.quick-input-list .monaco-list-row')
      .first()
      .waitFor({ state: 'hidden' })
      .catch(() => undefined);
  },
  /** Opens a file by its name: `open Ferry line.txt`. */
  open: async (page, name) => {
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget input').first().fill(name);
    await page
      .locator(`.quick-input-list .monaco-list-row.focused[aria-label*="${name}"]`)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`.tab[aria-label*="${name}"]`).first().waitFor();
  },
  /** Puts the cursor at a line and column, from 1: `goto 12:5`. */
  goto: async (page, place) => {
    await page.keyboard.press('Control+g');
    await page.locator('.quick-input-widget input').first().fill(`:${place}`);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  },
  /** Selects the next occurrence of a text in the editor: `select Jens Stoltenberg`. */
  select: async (page, text) => {
    await page.keyboard.press('Control+f');
    await page.locator('.find-widget.visible textarea').first().fill(text);
    await page.locator('.find-widget.visible .matchesCount', { hasText: / \w+ \d+/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  },
  /** Shows the hover at the cursor and waits for it. */
  hover: async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page
      .locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents')
      .first()
      .waitFor();
  },
  /** Presses keys as Playwright names them: `press Control+Shift+o`. */
  press: (page, keys) => page.keyboard.press(keys),
  type: (page, text) => page.keyboard.type(text),
  /** Waits until something is visible: a CSS selector, or `text=…`. */
  wait: (page, selector) => page.locator(selector).first().waitFor(),
  click: (page, selector) => page.locator(selector).first().click(),
  /** Moves the mouse over something: `point .review-comment`. */
  point: (page, selector) => page.locator(selector).first().hover(),
  /** For what announces itself by nothing: `pause 500`, in milliseconds. */
  pause: (page, milliseconds) => page.waitForTimeout(Number(milliseconds)),
  /** A picture on the way: `shot before.png`. */
  shot: (page, path) => page.screenshot({ path }),
};

export const stepNames = Object.keys(steps);

/** Carries out one step, for example `goto 12:5`. */
export async function takeStep(page: Page, step: string): Promise<void> {
  const [, name = '', argument = ''] = /^(\w+) ?([^]*)$/.exec(step) ?? [];
  const action = steps[name];
  if (!action) throw new Error(`no such step: “${step}”; there are ${stepNames.join(', ')}`);
  await action(page, argument);
}
