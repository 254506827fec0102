using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Diagnostics;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// What is answered where a feature broke or nobody answered at all: people get our error page, programs problem+json, and
/// neither what broke. That stands in the log under the trace id which they are shown. The same in Development, so that it
/// is seen before production.
/// </summary>
internal static class LastResort
{
    public static void AddLastResort(this IServiceCollection services) =>
        // A body that does not parse is answered alike everywhere, and not silently outside Development.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    public static void UseLastResort(this WebApplication app)
    {
        app.UseWhen(context => IsForPeople(context.Request), pages => pages
            .UseStatusCodePagesWithReExecute(ErrorPage.AddressOf("{0}"))
            .UseExceptionHandler(ErrorPage.AddressOf(ErrorCatalogue.Unexpected.Code)));
        app.UseWhen(context => !IsForPeople(context.Request), programs => programs
            .UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode))
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf,
                ExceptionHandler = context => AnswerAsync(context, context.Response.StatusCode),
            }));
    }

    private static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError;

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    private static bool IsForPeople(HttpRequest request) =>
        !IsApi(request) && request.Headers.Accept.Any(value => value?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    // A challenge (401, 403) says all in its header, as its scheme wants it; an API gives it a code as well.
    private static Task AnswerAsync(HttpContext context, int status)
    {
        var refusal = status switch
        {
            StatusCodes.Status401Unauthorized when IsApi(context.Request) => ErrorCatalogue.TokenMissing.With("See the header WWW-Authenticate."),
            StatusCodes.Status403Forbidden when IsApi(context.Request) => ErrorCatalogue.ScopeMissing.With("See the header WWW-Authenticate."),
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ErrorCatalogue.NothingHere.With("There is no such address, or not with this method."),
            StatusCodes.Status400BadRequest or StatusCodes.Status411LengthRequired or StatusCodes.Status413PayloadTooLarge
                or StatusCodes.Status415UnsupportedMediaType => ErrorCatalogue.RequestUnreadable.With("The parameters or the body are not as the API description says."),
            StatusCodes.Status500InternalServerError => ErrorCatalogue.Unexpected.With("What went wrong stands in our log under the trace id."),
            _ => null,
        };
        return refusal is null ? Task.CompletedTask : Problems.From(refusal, context, status).ExecuteAsync(context);
    }
}
