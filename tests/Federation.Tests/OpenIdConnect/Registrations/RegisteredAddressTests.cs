using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>The table of addresses that a stranger may and may not register.</summary>
public sealed class RegisteredAddressTests
{
    [Theory]
    [InlineData("https://app.example.test/callback")]
    [InlineData("https://app.example.test/")]
    [InlineData("https://app.example.test:8443/callback?tenant=1")]
    [InlineData("https://xn--fiq228c.example.test/callback")]
    public void A_complete_https_address_is_taken(string address) => Assert.Null(RegisteredAddress.FaultOfReturn(address, native: false));

    [Theory]
    [InlineData("http://app.example.test/callback")]
    [InlineData("https://app.example.test/callback#top")]
    [InlineData("https://app.example.test/callback#")]
    [InlineData("https://*.example.test/callback")]
    [InlineData("https://app.example.test/*")]
    [InlineData("https://user@app.example.test/callback")]
    [InlineData("https://user:pass@app.example.test/callback")]
    [InlineData("https://@app.example.test/callback")]
    [InlineData("https://app.example.test@evil.example.test/callback")]
    [InlineData("https://app.example.test\\@evil.example.test/callback")]
    [InlineData("https://192.0.2.1/callback")]
    [InlineData("https://2130706433/callback")]
    [InlineData("https://0x7f000001/callback")]
    [InlineData("https://127.1/callback")]
    [InlineData("https://[::1]/callback")]
    [InlineData("https://localhost/callback")]
    [InlineData("https://printer/callback")]
    [InlineData("https://hub.internal/callback")]
    [InlineData("https://nas.local/callback")]
    [InlineData("https://app.example.test./callback")]
    [InlineData("https://APP.example.test/callback")]
    [InlineData("HTTPS://app.example.test/callback")]
    [InlineData("https://app.example.test:443/callback")]
    [InlineData("https://app.example.test")]
    [InlineData("https://app.example.test/a/../callback")]
    [InlineData("https://app.example.test/call back")]
    [InlineData("https://app.example.test/callback\n")]
    [InlineData("https://app.example.test/回")]
    [InlineData("https://аpp.example.test/callback")]
    [InlineData("https://app.example.test/callback?code=1")]
    [InlineData("https://app.example.test/callback?x=1&st%61te=2")]
    [InlineData("//app.example.test/callback")]
    [InlineData("/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("com.example.app:/callback")]
    [InlineData("http://127.0.0.1/callback")]
    [InlineData("")]
    public void Everything_else_is_not(string address) => Assert.NotNull(RegisteredAddress.FaultOfReturn(address, native: false));

    [Theory]
    [InlineData("http://127.0.0.1/callback", true)]
    [InlineData("http://127.0.0.1:8765/callback", true)]
    [InlineData("http://[::1]/callback", true)]
    [InlineData("com.example.app:/callback", true)]
    [InlineData("https://app.example.test/callback", true)]
    [InlineData("http://localhost/callback", false)]
    [InlineData("http://127.0.0.2/callback", false)]
    [InlineData("http://127.1/callback", false)]
    [InlineData("http://0.0.0.0/callback", false)]
    [InlineData("myapp:/callback", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("com.example.app://host/callback", false)]
    [InlineData("ftp://127.0.0.1/callback", false)]
    public void An_application_on_a_device_may_have_loopback_and_a_scheme_of_its_own(string address, bool taken) =>
        Assert.Equal(taken, RegisteredAddress.FaultOfReturn(address, native: true) is null);

    [Fact]
    public void An_address_has_a_length() =>
        Assert.NotNull(RegisteredAddress.FaultOfReturn("https://app.example.test/" + new string('a', RegisteredAddress.Longest), native: false));
}
