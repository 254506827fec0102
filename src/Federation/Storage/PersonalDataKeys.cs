using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage;

/// <summary>The keys of section PersonalData, read once.</summary>
internal sealed class PersonalDataKeys
{
    private readonly Dictionary<string, PersonalDataKey> keys;

    public PersonalDataKeys(IOptions<PersonalDataOptions> options, SettingsPaths paths)
    {
        var settings = options.Value;
        keys = settings.Keys.ToDictionary(
            key => key.Id,
            key => new PersonalDataKey(key.Id, key.Algorithm, Secret(key.File, paths)),
            StringComparer.Ordinal);
        Active = keys[settings.ActiveKey];
        Lookup = Secret(settings.LookupKeyFile, paths);
        Pairwise = Secret(settings.PairwiseKeyFile, paths);
    }

    public PersonalDataKeys(IReadOnlyList<PersonalDataKey> keys, byte[] lookup, byte[] pairwise)
    {
        this.keys = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        Active = keys[0];
        Lookup = lookup;
        Pairwise = pairwise;
    }

    public PersonalDataKey Active { get; }

    public byte[] Lookup { get; }

    public byte[] Pairwise { get; }

    public PersonalDataKey? ById(string id) => keys.GetValueOrDefault(id);

    private static byte[] Secret(string file, SettingsPaths paths) => SecretFile.Read("PersonalData", file, paths, 16).Value.Bytes;
}
