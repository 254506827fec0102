using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Answers with a page of the console where no page was asked for.</summary>
internal sealed class OfficerPages : IOfficerPages
{
    public Task ShowAsync(HttpContext context, ErrorDescriptor refusal) =>
        new ConsoleRefusal(refusal).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
}
