using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Adapters.Homes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Homes;

/// <summary>How a home is written down: the members of an entry of section <c>Homes</c>, as JSON.</summary>
internal static class HomeDefinition
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(HomeOptions home) => JsonSerializer.Serialize(home, Json);

    /// <summary>CB6160 for what this hub does not understand, such as a row that a newer one wrote.</summary>
    public static Outcome<HomeOptions> Read(string definition)
    {
        try
        {
            return JsonSerializer.Deserialize<HomeOptions>(definition, Json) is { } home
                ? home
                : ErrorCatalogue.HomeDefinitionInvalid.With("It is empty.");
        }
        catch (JsonException fault)
        {
            return ErrorCatalogue.HomeDefinitionInvalid.With($"It is not understood at {fault.Path}.");
        }
    }
}
