using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrossBorder.Federation.Portal;

/// <summary>
/// A form that could not be read, or whose token does not hold, would end at an empty white page. Most often it is too large:
/// the framework looks for the token first, and reports the size as a missing token.
/// </summary>
internal sealed class ExplainRefusedForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;

        var most = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        context.Result = context.HttpContext.Request.ContentLength > most
            ? new RefusalResult(ErrorCatalogue.MaterialTooLarge.With("The form with its files is too large."))
            : new RefusalResult(refusal: null);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
