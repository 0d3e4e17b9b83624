namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Finds visible text whose contrast against its ground is below 4.5 to 1, the bar of WCAG 2.2 AA.</summary>
internal static class PageContrast
{
    public const string Script = """
        () => {
          const channel = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
          const parse = color => color.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
          const ground = element => {
            for (let at = element; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] > 0) return color;
            }
            return [255, 255, 255];
          };
          const poor = [];
          for (const element of document.querySelectorAll("body *")) {
            const text = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
            if (!text || element.disabled || element.closest("svg, template, script, style") || !element.checkVisibility()) continue;
            const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) poor.push(`${element.tagName}.${element.className} "${element.textContent.trim().slice(0, 30)}" ${ratio.toFixed(2)}`);
          }
          return [...new Set(poor)];
        }
        """;
}
