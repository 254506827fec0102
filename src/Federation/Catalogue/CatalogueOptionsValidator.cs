using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Catalogue;

internal sealed class CatalogueOptionsValidator(CatalogueSource source) : IValidateOptions<CatalogueOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogueOptions options)
    {
        var catalogue = source.Read(options);
        return catalogue.Succeeded
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(catalogue.Errors.Select(error => error.ToString()));
    }
}
