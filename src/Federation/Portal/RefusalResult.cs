using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CrossBorder.Federation.Portal;

/// <summary>
/// A refusal at the address that was asked for, with its status: what the error page says, without sending anybody away
/// from where "back" and "reload" still mean something.
/// </summary>
/// <param name="refusal">Null where there is no number for it.</param>
internal sealed class RefusalResult(Error? refusal) : IActionResult
{
    private const string View = "/Portal/Pages/Shared/Refusal.cshtml";

    public Task ExecuteResultAsync(ActionContext context)
    {
        var metadata = context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            ViewName = View,
            StatusCode = refusal?.Descriptor.Status ?? StatusCodes.Status400BadRequest,
            ViewData = new ViewDataDictionary<ErrorDescriptor?>(metadata, context.ModelState) { Model = refusal?.Descriptor },
        }.ExecuteResultAsync(context);
    }
}
