using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>The whole of what is given, to be read and agreed to; and then the code, which is shown here once and nowhere again.</summary>
[RequireResident]
internal sealed class CheckModel(
    WeighWish weigh, MandateNotice notices, OfferMandate offers, PageLanguage language, IOptions<HubOptions> hub) : PageModel
{
    public const string Yes = "yes";
    private const string Path = "/delegations/check";

    public ConsentNotice Notice { get; private set; } = null!;

    public OfferedMandate? Offered { get; private set; }

    public ErrorDescriptor? Fault { get; private set; }

    /// <summary>The end that the notice names, which is the one agreed to.</summary>
    public string Until { get; private set; } = "";

    public string Here => Path + Request.QueryString;

    public string Before => "/delegations/new" + Request.QueryString;

    public string Drawn { get; private set; } = "";

    public static string AddressOf(string relation, IEnumerable<string> items, int days, IEnumerable<string> services, bool withDocuments) =>
        QueryHelpers.AddQueryString(Path,
        [
            new KeyValuePair<string, string?>("relation", relation),
            .. items.Select(item => KeyValuePair.Create<string, string?>("items", item)),
            new("days", days.ToString(CultureInfo.InvariantCulture)),
            .. services.Select(service => KeyValuePair.Create<string, string?>("services", service)),
            .. withDocuments ? [KeyValuePair.Create<string, string?>("documents", Yes)] : Array.Empty<KeyValuePair<string, string?>>(),
        ]);

    public async Task<IActionResult> OnGetAsync()
    {
        var weighed = await WeighAsync();
        if (!weighed.TryGetValue(out var terms))
            return new RefusalResult(weighed.Error);
        if (ResidentFeature.Of(HttpContext).Assurance < terms.Needed)
            return ResidentGate.Challenge(Request, terms.Needed, language);

        Show(terms, language.Tag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? document, string? notice, string? noticeLanguage, string? until)
    {
        var weighed = await WeighAsync();
        if (!weighed.TryGetValue(out var terms))
            return new RefusalResult(weighed.Error);

        // The end that was read: a minute later it would be another text. One that is further off than what was weighed is not taken.
        if (DateTimeOffset.TryParseExact(until, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown) && shown <= terms.ValidUntil)
            terms = terms with { ValidUntil = shown };
        var tag = Languages.FirstKnown(noticeLanguage) ?? language.Tag;
        var offered = await offers.RunAsync(ResidentFeature.Of(HttpContext), terms, document, notice, tag, HttpContext.RequestAborted);
        Show(terms, language.Tag);
        if (offered.TryGetValue(out var made))
        {
            Offered = made;
            Response.Headers.CacheControl = "no-store";
            Drawn = Pattern.Draw(
                QueryHelpers.AddQueryString(new Uri(new Uri(hub.Value.Issuer), "delegations/accept").AbsoluteUri, "code", made.Code), made.Code);
            return Page();
        }

        if (offered.Error.Code == ErrorCatalogue.AssuranceInsufficient.Code)
            return LocalRedirect(Here);
        Fault = offered.Error.Descriptor;
        Response.StatusCode = Fault.Status;
        return Page();
    }

    private Task<Outcome<MandateTerms>> WeighAsync() => weigh.RunAsync(
        ResidentFeature.Of(HttpContext),
        new MandateWish(
            Request.Query["relation"], [.. Request.Query["items"].OfType<string>()],
            int.TryParse(Request.Query["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0,
            [.. Request.Query["services"].OfType<string>()], Request.Query["documents"] == Yes),
        HttpContext.RequestAborted);

    private void Show(MandateTerms terms, string tag)
    {
        Notice = notices.For(terms, tag);
        Until = terms.ValidUntil.ToString("O", CultureInfo.InvariantCulture);
    }
}
