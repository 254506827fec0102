using CrossBorder.Sandbox.Browsing;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>One server of the comparison while it runs.</summary>
/// <param name="Algorithms">What it signs with, of those that are measured.</param>
/// <param name="Database">Null where the database is in the server's own process.</param>
/// <param name="Behind">What ends with it.</param>
internal sealed record TokenServer(
    string Name, Uri Issuer, RunningServer Process, IReadOnlyCollection<string> Algorithms, DatabaseProcessor? Database, IAsyncDisposable? Behind)
    : IAsyncDisposable
{
    public const string Resident = "r1";

    /// <summary>Signs a resident in by a client, with all that is asked but once, and gives the cookies with which the next request is answered at once.</summary>
    public async Task<string> SignInAsync(MeasuredClient client, Uri authorize, CancellationToken cancellationToken)
    {
        using var browser = new ResidentBrowser().StopAt(new Uri(MeasuredClient.Callback));
        var address = AuthorizeAddress.For(client, authorize, AuthorizeAddress.NewVerifier());
        var page = await browser.GoAsync(address, cancellationToken);
        for (var form = FormOf(page); !page.Stopped && form is not null; form = FormOf(page))
            page = await browser.SubmitAsync(form, cancellationToken: cancellationToken);
        if (!page.Stopped || page.Parameter("code") is null)
            throw new InvalidOperationException($"{Name}: no code, the browser stands at {page.Address} ({(int)page.Status}).");
        return browser.Cookies.GetCookieHeader(authorize);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        if (Behind is not null)
            await Behind.DisposeAsync();
    }

    private static PageForm? FormOf(Page page) =>
        page.Forms.FirstOrDefault(form => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0);
}
