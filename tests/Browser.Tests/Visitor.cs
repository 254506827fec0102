using CrossBorder.Testing;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>Somebody at a phone. Every page looked at is photographed, and held to what all pages must keep.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const int Patience = 90_000;

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private static readonly ViewportSize Smallest = new() { Width = 320, Height = 640 };
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 900 };

    private readonly List<string> complaints = [];
    private readonly IBrowserContext context;
    private readonly Album album;

    private Visitor(IBrowserContext context, IPage page, string walk)
    {
        this.context = context;
        album = new Album(walk);
        Page = page;
        page.Console += (_, line) => Complain(line.Type == "error" && !IsOfThePageItself(line) ? line.Text : null);
        page.PageError += (_, fault) => Complain(fault);
    }

    public IPage Page { get; }

    public string Heading { get; private set; } = "";

    public static async Task<Visitor> OpenAsync(IBrowser browser, string walk)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = Phone, DeviceScaleFactor = 2, Locale = "en-HK" });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync(), walk);
    }

    public async Task GoAsync(Uri address) => await Page.GotoAsync(address.AbsoluteUri);

    /// <summary>Presses a link or a button, and waits for the page that follows.</summary>
    public async Task PressAsync(string selector)
    {
        // The mark goes with the page: when it is gone, another page has come, even where the address is the same.
        await Page.EvaluateAsync("() => { window.pressed = true; }");
        await Page.Locator(selector).ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.pressed && document.readyState === 'complete'");
    }

    /// <summary>Presses for news until the page shows this: pages without script don't change by themselves.</summary>
    public Task PressUntilAsync(string text, string selector) => PressUntilAsync(Page.GetByText(text), selector);

    /// <summary>The same, where a text alone does not say it.</summary>
    public Task PressUntilAsync(ILocator shown, string selector) => UntilShownAsync(shown, () => PressAsync(selector));

    /// <summary>Loads the page anew until it shows this.</summary>
    public Task ReloadUntilAsync(string text) => UntilShownAsync(Page.GetByText(text), () => Page.ReloadAsync());

    private static Task UntilShownAsync(ILocator shown, Func<Task> again) => Waiting.UntilAsync(async () =>
    {
        if (await shown.First.IsVisibleAsync())
            return true;
        await again();
        return await shown.First.IsVisibleAsync();
    }, $"{shown} is shown", TestContext.Current.CancellationToken);

    /// <summary>Looks at the page, which must show all of this.</summary>
    public async Task SeeAsync(string name, params string[] texts)
    {
        foreach (var text in texts)
            await Page.GetByText(text).First.WaitForAsync();

        await album.KeepAsync(Page, name + "-phone");
        var faults = await PageRules.BrokenAsync(Page);
        await Page.SetViewportSizeAsync(Desktop.Width, Desktop.Height);
        await album.KeepAsync(Page, name + "-desktop");
        faults.AddRange(await PageRules.BrokenAsync(Page));
        // A page enlarged to 400 % is 320 px wide (WCAG 1.4.10).
        await Page.SetViewportSizeAsync(Smallest.Width, Smallest.Height);
        faults.AddRange(await PageRules.BrokenAsync(Page));
        await Page.SetViewportSizeAsync(Phone.Width, Phone.Height);

        Heading = await Page.Locator("h1").First.InnerTextAsync();
        faults.AddRange(complaints);
        Assert.True(faults.Count == 0, $"{name} ({Page.Url}):\n{string.Join('\n', faults)}");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Complain(string? text)
    {
        if (text is not null)
            complaints.Add("console: " + text);
    }

    /// <summary>A form that is shown again answers 422, and the browser remarks on that; what a page loads must not fail.</summary>
    private bool IsOfThePageItself(IConsoleMessage line) =>
        line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && line.Location.StartsWith(Page.Url, StringComparison.Ordinal);
}
