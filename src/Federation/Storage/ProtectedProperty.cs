using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrossBorder.Federation.Storage;

/// <summary>Marks a column that rests encrypted. The context puts the converter on, because only it knows the keys.</summary>
internal static class ProtectedProperty
{
    private const string Annotation = "CrossBorder:Protected";

    /// <summary>This column holds personal data: it is sealed before it reaches the database. It cannot be searched or sorted by.</summary>
    public static PropertyBuilder<TProperty> IsProtected<TProperty>(this PropertyBuilder<TProperty> property)
    {
        property.HasAnnotation(Annotation, true);
        return property;
    }

    internal static void ApplyTo(ModelBuilder builder, PersonalDataProtector protector)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(property => property.FindAnnotation(Annotation) is not null))
            {
                var column = $"{entity.GetTableName()}.{property.Name}";
                property.SetValueConverter(property.ClrType == typeof(byte[]) ? Bytes(protector, column) : Text(protector, column));
                if (property.ClrType == typeof(byte[]))
                    property.SetValueComparer(new ArrayStructuralComparer<byte>());
            }
        }
    }

    private static ValueConverter<string, byte[]> Text(PersonalDataProtector protector, string column) => new(
        value => protector.Protect(column, Encoding.UTF8.GetBytes(value)),
        stored => Encoding.UTF8.GetString(protector.Unprotect(column, stored)));

    private static ValueConverter<byte[], byte[]> Bytes(PersonalDataProtector protector, string column) => new(
        value => protector.Protect(column, value),
        stored => protector.Unprotect(column, stored));
}
