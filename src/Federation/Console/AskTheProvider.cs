using CrossBorder.Adapters.OfficerProvider;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Portal.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>
/// Sends the browser to the provider where a page's step waits for a proof of it. It stands before every page, so that a step which
/// asks for a fresh code takes a proof of the provider without knowing of it.
/// </summary>
internal sealed class AskTheProvider : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is null && ProveAtProvider.WaitingFor(context.HttpContext) is { } step)
            done.Result = new ChallengeResult(OfficerProviderExtensions.Scheme, ProviderVisits.For(
                ProviderVisits.Step, "/console", context.HttpContext.RequestServices.GetRequiredService<PageLanguage>().Tag, step));
    }
}
