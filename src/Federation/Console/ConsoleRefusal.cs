using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>A refusal as a page of the console, at the address that was asked for; with another status where the address itself is at fault.</summary>
internal sealed class ConsoleRefusal(ErrorDescriptor refusal, int? status = null) : IActionResult
{
    private const string View = "/Console/Pages/Shared/Refusal.cshtml";

    public Task ExecuteResultAsync(ActionContext context)
    {
        var metadata = context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            ViewName = View,
            StatusCode = status ?? refusal.Status,
            ViewData = new ViewDataDictionary<ErrorDescriptor>(metadata, context.ModelState) { Model = refusal },
        }.ExecuteResultAsync(context);
    }
}
