using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>What a name may be made of: nothing that an officer cannot see.</summary>
public sealed class MetadataReaderTests
{
    [Theory]
    [InlineData(0x41, true)]
    [InlineData(0x6D77, true)]
    [InlineData(0x20BB7, true)]
    [InlineData(0x00, false)]
    [InlineData(0x200B, false)]
    [InlineData(0x202E, false)]
    [InlineData(0x2028, false)]
    [InlineData(0x2800, false)]
    [InlineData(0x3164, false)]
    [InlineData(0x115F, false)]
    [InlineData(0x1160, false)]
    [InlineData(0xFFA0, false)]
    [InlineData(0xE000, false)]
    [InlineData(0xE0041, false)]
    [InlineData(0xF0000, false)]
    [InlineData(0x10FFFD, false)]
    public void A_character_that_cannot_be_seen_is_refused(int character, bool isTaken)
    {
        var name = "Harbour" + char.ConvertFromUtf32(character) + "Library";
        var reader = new MetadataReader(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["client_name"] = name }));

        Assert.Equal(isTaken ? name : null, reader.Text("client_name", 60));
        Assert.Equal(isTaken ? 0 : 1, reader.Faults.Count);
        Assert.All(reader.Faults, fault => Assert.Equal("CB2111", fault.Code));
    }
}
