import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Channels = readonly [number, number, number];

interface ContributedColor {
  readonly id: string;
  readonly defaults: Readonly<
    Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', string>
  >;
}

/** Background and text of VS Code's own themes. */
const themes = [
  { name: 'Dark Modern', kind: 'dark', background: '#1F1F1F', foreground: '#CCCCCC' },
  { name: 'Light Modern', kind: 'light', background: '#FFFFFF', foreground: '#3B3B3B' },
  {
    name: 'Dark High Contrast',
    kind: 'highContrast',
    background: '#000000',
    foreground: '#FFFFFF',
  },
  {
    name: 'Light High Contrast',
    kind: 'highContrastLight',
    background: '#FFFFFF',
    foreground: '#292929',
  },
] as const;

function channels(color: string): Channels {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as unknown as Channels;
}

function opacity(color: string): number {
  return color.length === 9 ? parseInt(color.slice(7), 16) / 255 : 1;
}

function composite(color: string, under: Channels): Channels {
  const alpha = opacity(color);
  const over = channels(color);
  return under.map((value, at) => over[at]! * alpha + value * (1 - alpha)) as unknown as Channels;
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: Channels): number {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Channels, other: Channels): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const gutter = join(__dirname, '../../media/gutter');

describe('contributed colours', () => {
  const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    contributes: { colors: ContributedColor[] };
  };
  const backgrounds = manifest.contributes.colors.filter(({ id }) => id.endsWith('Background'));

  for (const theme of themes) {
    const paper = channels(theme.background);
    const text = channels(theme.foreground);

    it(`leave text readable in ${theme.name}, also where two annotations lie over each other`, () => {
      assert.ok(backgrounds.length > 0);
      for (const lower of backgrounds) {
        for (const upper of backgrounds) {
          const one = composite(lower.defaults[theme.kind], paper);
          const under = lower === upper ? one : composite(upper.defaults[theme.kind], one);
          const ratio = contrast(text, under);
          assert.ok(ratio >= 4.5, `${lower.id} and ${upper.id}: ${ratio.toFixed(2)}`);
        }
      }
    });

    it(`make signs in the gutter that can be seen in ${theme.name}`, () => {
      for (const name of readdirSync(gutter)) {
        const [color] = /#[0-9A-F]{6}/.exec(readFileSync(join(gutter, name), 'utf8'))!;
        const ratio = contrast(channels(color), paper);
        assert.ok(ratio >= 3, `${name}: ${ratio.toFixed(2)}`);
      }
    });

    it(`have borders that can be seen in ${theme.name}`, () => {
      for (const { id, defaults } of manifest.contributes.colors) {
        // A kind may do without a border where its background marks it.
        if (!id.endsWith('Border') || opacity(defaults[theme.kind]) === 0) continue;
        const ratio = contrast(composite(defaults[theme.kind], paper), paper);
        assert.ok(ratio >= 3, `${id}: ${ratio.toFixed(2)}`);
      }
    });
  }
});
