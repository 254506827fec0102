namespace CrossBorder.Federation.Storage;

/// <summary>A keyed hash, so that a row is found by a document number that the database does not hold.</summary>
internal interface ILookupHasher
{
    /// <summary>HMAC-SHA-256 in base64url. Hashes of different purposes cannot be compared with each other.</summary>
    /// <param name="purpose">What the value is, such as <c>hkid</c>.</param>
    /// <param name="value">The canonical value.</param>
    string Hash(string purpose, string value);
}
