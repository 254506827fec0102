using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>What every page keeps, whoever shows it: it fits the screen, has one heading and a language, and every control has a name.</summary>
internal static class PageRules
{
    private const string Script = """
        () => {
          const faults = [];
          const root = document.documentElement;
          // What is folded away has no innerText, and a name all the same.
          const text = element => (element?.innerText || element?.textContent || '').trim();
          const called = element => (element.getAttribute('aria-label') ?? '').trim()
            || (element.getAttribute('aria-labelledby') ?? '').split(' ').map(id => text(document.getElementById(id))).join('')
            || [...(element.labels ?? [])].map(text).join('')
            || (['A', 'BUTTON', 'SUMMARY'].includes(element.tagName) ? text(element) : '');
          const show = element => element.outerHTML.slice(0, 120);

          if (root.scrollWidth > root.clientWidth)
            faults.push(`wider than the screen: ${root.scrollWidth} > ${root.clientWidth}`);
          if (!root.lang) faults.push('no lang');
          if (!document.title.trim()) faults.push('no title');
          const headings = document.querySelectorAll('h1').length;
          if (headings !== 1) faults.push(`${headings} h1`);
          for (const element of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, summary, a[href]'))
            if (!called(element)) faults.push('no accessible name: ' + show(element));
          // A thumb needs 44 px (WCAG 2.5.5).
          for (const element of document.querySelectorAll('button, .button, main input:not([type=hidden], [type=checkbox], [type=radio])'))
            if (element.getBoundingClientRect().height < 44) faults.push('too low to press: ' + show(element));
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => faults.push('id twice: ' + id));
          return faults;
        }
        """;

    public static async Task<List<string>> BrokenAsync(IPage page) => [.. await page.EvaluateAsync<string[]>(Script)];
}
