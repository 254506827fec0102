using System.Net;

namespace CrossBorder.Sandbox.Browsing;

/// <summary>A browser without a window: cookies, redirects and forms, so that a whole journey needs no person.</summary>
public sealed class ResidentBrowser : IDisposable
{
    private const int MostRedirects = 20;
    private readonly HttpClient http;
    private readonly List<Uri> stops = [];

    public ResidentBrowser()
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true });
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every address that was visited, redirects included.</summary>
    public IList<Uri> Visited { get; } = [];

    /// <summary>Addresses below this one are not fetched: the journey ends there.</summary>
    public ResidentBrowser StopAt(Uri address)
    {
        stops.Add(address);
        return this;
    }

    public Task<Page> GoAsync(Uri address, CancellationToken cancellationToken = default) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>Submits a form with its own values, some of them changed, by its first button or the one named.</summary>
    public Task<Page> SubmitAsync(
        PageForm form, IReadOnlyDictionary<string, string>? changes = null, PageButton? button = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new Dictionary<string, string>(form.Fields, StringComparer.Ordinal);
        button ??= form.Buttons.Count > 0 ? form.Buttons[0] : null;
        if (button?.Name is { } name)
            fields[name] = button.Value;
        foreach (var (field, value) in changes ?? new Dictionary<string, string>())
            fields[field] = value;

        var action = button?.Action is { Length: > 0 } other ? new Uri(form.Action, other) : form.Action;
        return FollowAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) }, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<Page> FollowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var address = request.RequestUri!;
            Visited.Add(address);
            if (stops.Exists(stop => address.AbsoluteUri.StartsWith(stop.AbsoluteUri, StringComparison.Ordinal)))
                return new Page(address, HttpStatusCode.OK, "", Stopped: true);

            using var response = await http.SendAsync(request, cancellationToken);
            request.Dispose();
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location)
                return new Page(address, response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, location));
        }

        throw new InvalidOperationException($"More than {MostRedirects} redirects, the last to {request.RequestUri?.AbsolutePath}.");
    }
}
