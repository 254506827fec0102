using System.Text.Json;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>Reads the body of an application. What has another shape is refused before anything is looked up (CB5019).</summary>
internal static class ApplicationBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static async Task<Outcome<SubmitApplication>> ReadAsync(HttpContext context, string idempotencyKey, string? clientId)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
            return Read(document.RootElement, idempotencyKey, clientId);
        }
        catch (JsonException broken)
        {
            return ErrorCatalogue.ApplicationMalformed.With($"The body is not JSON (line {broken.LineNumber + 1}), is nested too deeply or names something twice.");
        }
    }

    internal static Outcome<SubmitApplication> Read(JsonElement body, string idempotencyKey, string? clientId)
    {
        var errors = new List<Error>();
        if (body.ValueKind != JsonValueKind.Object)
            return ErrorCatalogue.ApplicationMalformed.With("The body is not a JSON object.", "");

        foreach (var property in body.EnumerateObject().Where(property => property.Name is not ("item" or "bundle" or "form" or "materials" or "commitments" or "deferred" or "signing")))
            errors.Add(ErrorCatalogue.ApplicationMalformed.With("An application has no such part.", $"/{property.Name}"));

        var (commitments, shown) = Commitments(body, errors);
        var request = new SubmitApplication(
            idempotencyKey, clientId, Text(body, "item", errors), Text(body, "bundle", errors), Form(body, errors),
            Materials(body, errors), commitments, Slugs(body, "deferred", errors)) { Shown = shown, Signing = Text(body, "signing", errors) };
        return errors.Count > 0 ? Outcome<SubmitApplication>.Refused(errors) : request;
    }

    private static string? Text(JsonElement body, string name, List<Error> errors)
    {
        if (!Has(body, name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        errors.Add(ErrorCatalogue.ApplicationMalformed.With($"'{name}' is a string.", $"/{name}"));
        return null;
    }

    private static Dictionary<string, string> Form(JsonElement body, List<Error> errors)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Has(body, "form", out var value))
            return form;
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(ErrorCatalogue.ApplicationMalformed.With("'form' is an object.", "/form"));
            return form;
        }

        foreach (var field in value.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String)
                form[field.Name] = field.Value.GetString()!;
            else if (field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                form[field.Name] = field.Value.GetRawText();
            else if (field.Value.ValueKind != JsonValueKind.Null)
                errors.Add(ErrorCatalogue.ApplicationMalformed.With("A field of the form is a string or a number.", ItemForm.Pointer(field.Name)));
        }

        return form;
    }

    private static List<MaterialReference> Materials(JsonElement body, List<Error> errors)
    {
        var materials = new List<MaterialReference>();
        var index = 0;
        foreach (var element in Array(body, "materials", errors))
        {
            if (element.ValueKind == JsonValueKind.Object
                && element.TryGetProperty("slug", out var slug) && slug.ValueKind == JsonValueKind.String
                && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
                materials.Add(new(slug.GetString()!, id.GetString()!));
            else
                errors.Add(ErrorCatalogue.ApplicationMalformed.With("A material is an object with 'slug' and 'id'.", $"/materials/{index}"));
            index++;
        }

        return materials;
    }

    /// <summary>Slugs, or objects that also say by its digest which text the resident saw.</summary>
    private static (List<string> Slugs, Dictionary<string, string> Shown) Commitments(JsonElement body, List<Error> errors)
    {
        var slugs = new List<string>();
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var element in Array(body, "commitments", errors))
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                slugs.Add(element.GetString()!);
            }
            else if (element.ValueKind == JsonValueKind.Object
                && element.TryGetProperty("slug", out var slug) && slug.ValueKind == JsonValueKind.String
                && element.TryGetProperty("digest", out var digest) && digest.ValueKind == JsonValueKind.String)
            {
                slugs.Add(slug.GetString()!);
                shown[slug.GetString()!] = digest.GetString()!;
            }
            else
            {
                errors.Add(ErrorCatalogue.ApplicationMalformed.With("A commitment is a slug, or an object with 'slug' and 'digest'.", $"/commitments/{index}"));
            }

            index++;
        }

        return (slugs, shown);
    }

    private static List<string> Slugs(JsonElement body, string name, List<Error> errors)
    {
        var slugs = new List<string>();
        var index = 0;
        foreach (var element in Array(body, name, errors))
        {
            if (element.ValueKind == JsonValueKind.String)
                slugs.Add(element.GetString()!);
            else
                errors.Add(ErrorCatalogue.ApplicationMalformed.With($"'{name}' is a list of slugs.", $"/{name}/{index}"));
            index++;
        }

        return slugs;
    }

    private static JsonElement.ArrayEnumerator Array(JsonElement body, string name, List<Error> errors)
    {
        if (!Has(body, name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray();
        errors.Add(ErrorCatalogue.ApplicationMalformed.With($"'{name}' is a list.", $"/{name}"));
        return default;
    }

    private static bool Has(JsonElement body, string name, out JsonElement value) =>
        body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
