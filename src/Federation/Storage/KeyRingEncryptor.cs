using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CrossBorder.Federation.Storage;

/// <summary>Wraps the data-protection keys, which lie in the database, with a key that does not.</summary>
internal sealed class KeyRingEncryptor(PersonalDataProtector protector) : IXmlEncryptor
{
    internal const string Column = "DataProtectionKeys.Xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrapped = protector.Protect(Column, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(KeyRingDecryptor));
    }
}

/// <summary>Made by the framework from the type's name in the stored key, hence the constructor.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly PersonalDataProtector protector = services.GetRequiredService<PersonalDataProtector>();

    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        Encoding.UTF8.GetString(protector.Unprotect(KeyRingEncryptor.Column, Convert.FromBase64String(encryptedElement.Value))));
}
