using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Federation.Storage;

internal sealed class LookupHasher(PersonalDataKeys keys) : ILookupHasher
{
    public string Hash(string purpose, string value) =>
        // U+001F cannot stand in a purpose, so purpose and value cannot be shifted into one another.
        Base64Url.EncodeToString(HMACSHA256.HashData(keys.Lookup, Encoding.UTF8.GetBytes($"{purpose}\u001f{value}")));
}
