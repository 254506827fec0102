using CrossBorder.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CrossBorder.Browser.Tests.Chromium))]

namespace CrossBorder.Browser.Tests;

/// <summary>One Chromium of the machine's own for all tests; nothing is downloaded. Where there is none, tests are skipped aloud.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Missing = "Chromium is not installed here (apt-get install chromium): no page was looked at.";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Without these a browser that has just started looks for its maker's hosts, and a closed network answers with noise.
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--hide-scrollbars",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } place)
            return;
        playwright = await Playwright.CreateAsync();
        // Inside a container Chromium's own isolation has nothing to stand on; it only ever sees pages of this repository.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, ChromiumSandbox = false, Args = Quiet, Timeout = (float)Waiting.Patience.TotalMilliseconds });
    }

    /// <summary>Somebody with an empty browser.</summary>
    /// <param name="walk">Names the folder of the screenshots.</param>
    internal async Task<Visitor> VisitAsync(string walk)
    {
        Assert.SkipWhen(browser is null, Missing);
        return await Visitor.OpenAsync(browser, walk);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
