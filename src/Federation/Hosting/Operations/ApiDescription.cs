using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>The JSON APIs, and nothing else, at <c>/openapi/v1.json</c>. Pages and the protocol describe themselves otherwise.</summary>
internal static class ApiDescription
{
    private const string Problem = "Problem";
    private const string Bearer = "bearer";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(AddRefusals);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json");

    private static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Cross-border identity hub",
            Version = "v1",
            Description = "Service items, applications and verifications. A refusal is problem+json with a code CBnnnn and a trace id.",
        };
        document.AddComponent(Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), cancellationToken: cancellationToken));
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An access token of this hub with the scope that the API asks for.",
        });
    }

    private static Task AddRefusals(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "Refused",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemAnswer.MediaType] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        });

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
