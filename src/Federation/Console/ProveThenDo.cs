using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What takes effect is worth a fresh proof; asking, and saying no, are not.</summary>
internal static class ProveThenDo
{
    /// <summary>Does it once the officer who looks at the page proved again that it is them; else the refusal of <see cref="StepUpOfficer"/>.</summary>
    public static async Task<Outcome<T>> ProvedAsync<T>(this PageModel page, StepUpOfficer stepUp, string? proof, Func<Task<Outcome<T>>> step)
    {
        var officer = OfficerScheme.Presence(page.User)!;
        var network = RateLimits.Network(page.HttpContext.Connection.RemoteIpAddress);
        var proved = await stepUp.ProveAsync(officer, proof, network, page.HttpContext.RequestAborted);
        return proved.Succeeded ? await step() : Outcome<T>.Refused(proved.Errors);
    }
}
