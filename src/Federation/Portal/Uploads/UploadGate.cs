using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Portal.Uploads;

/// <summary>
/// Reads a posted form before anybody else does. No file is read before the token against forgery was judged, which therefore comes first in the
/// form, and before it is known that the page asks for it.
/// </summary>
internal sealed class UploadGate<TAsked>(
    FormIntake intake, TAsked asks, UploadPace pace, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens) : IAsyncAuthorizationFilter
    where TAsked : IAsksForFiles
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method)
            || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 128 } boundary)
            return;

        var forged = false;
        Outcome<PostedForm> read;
        try
        {
            await using var body = pace.Of(http.Request);
            read = await intake.ReadAsync(new MultipartReader(boundary, body), ResidentFeature.Of(http).ResidentId, JudgeAsync, http.RequestAborted);
        }
        catch (IOException broken) when (UploadPace.IsBroken(broken))
        {
            read = ErrorCatalogue.MaterialTooSlow.With("The form with its files came too slowly.");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            read = ErrorCatalogue.MaterialTooLarge.With("The form with its files is too large.");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            read = ErrorCatalogue.MaterialMalformed.With("The parts of the form cannot be read.");
        }

        if (forged)
            context.Result = new AntiforgeryValidationFailedResult();
        else if (!read.TryGetValue(out var form))
            context.Result = new RefusalResult(read.Error);
        else
        {
            http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(form.Fields.ToDictionary(StringComparer.Ordinal))));
            http.Features.Set(form);
        }

        async Task<Outcome<IReadOnlySet<string>?>> JudgeAsync(IReadOnlyDictionary<string, StringValues> fields)
        {
            if (tokens.Value.HeaderName is not { } header)
                throw new InvalidOperationException("A form that is read in parts needs a header for its token.");
            // The header is where the framework looks before it would read the form, of which a part is read already.
            var token = fields.GetValueOrDefault(tokens.Value.FormFieldName);
            http.Request.Headers[header] = token;
            forged = StringValues.IsNullOrEmpty(token) || !await antiforgery.IsRequestValidAsync(http);
            return forged
                ? ErrorCatalogue.MaterialMalformed.With("The form's token does not hold, or comes after a file.")
                : await asks.SlugsAsync(http.Request.RouteValues, fields, ResidentFeature.Of(http), http.RequestAborted);
        }
    }
}
