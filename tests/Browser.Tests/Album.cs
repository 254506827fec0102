using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>Screenshots of one walk, for people to look at: <c>artifacts/browser/{walk}</c>, which git ignores.</summary>
internal sealed class Album(string walk)
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "browser", walk)).FullName;

    public async Task KeepAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
