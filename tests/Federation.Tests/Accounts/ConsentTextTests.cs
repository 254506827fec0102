using CrossBorder.Federation.Accounts;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Tests.Accounts;

public sealed class ConsentTextTests
{
    private static readonly Recipient App = new(
        "app", new LocalizedText("跨境服務", "跨境服务", "Cross-boundary app"), "privacy@example.test",
        new LocalizedText("辦理跨境申請", "办理跨境申请", "Filing cross-boundary applications"));

    [Fact]
    public void The_text_is_the_approved_one()
    {
        var text = ConsentText.For(App, ["openid", "profile", "applications"], "en").ToText();

        Assert.Equal(
            """
            Do you agree to give your data to “Cross-boundary app”?

            Recipient
            Cross-boundary app

            Contact
            privacy@example.test

            Purpose
            Filing cross-boundary applications

            Kinds of data
            - Name, date of birth, gender
            - Filing cross-boundary applications in your name, and seeing their progress and result
            - Looking up your electronic licences of Guangdong for these applications, to fill in forms and spare you documents

            You may withdraw at any time in this service, or by asking the recipient. After that the recipient gets no more of your data through this service; what was done before stays lawful.

            If you do not agree, nothing is passed on, and your use of other services is not affected.

            """,
            text, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("zh-Hant", "接收者", "撤回同意")]
    [InlineData("zh-Hans", "接收方", "撤回同意")]
    public void It_is_written_in_the_residents_language(string language, string recipient, string withdrawal)
    {
        var text = ConsentText.For(App, ["profile"], language).ToText();

        Assert.Contains(recipient, text, StringComparison.Ordinal);
        Assert.Contains(withdrawal, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HK", "en", "Hong Kong identity card number, Home Return Permit number")]
    [InlineData("HK", "zh-Hant", "香港身份證號碼、回鄉證號碼")]
    [InlineData("MO", "zh-Hant", "澳門居民身份證號碼、回鄉證號碼")]
    [InlineData("MO", "en", "Macao resident identity card number, Home Return Permit number")]
    [InlineData("CN-GD", "zh-Hans", "- 居民身份证号码、服务账户")]
    [InlineData("CN-ZJ", "en", "- Resident identity card number, service account")]
    public void Documents_have_the_names_of_the_residents_own_place(string place, string language, string named)
    {
        var text = ConsentText.For(App, ["identity"], language, new Jurisdiction(place)).ToText();

        Assert.Contains(named, text, StringComparison.Ordinal);
        if (new Jurisdiction(place).IsMainland)
            Assert.DoesNotMatch("Hong Kong|Home Return|香港|回乡", text);
    }

    [Fact]
    public void Another_language_is_another_text() => Assert.NotEqual(
        ConsentText.For(App, ["profile"], "en").Digest, ConsentText.For(App, ["profile"], "zh-Hant").Digest);

    [Fact]
    public void Another_purpose_is_another_consent() => Assert.NotEqual(
        App.PurposeKey, (App with { Purpose = new LocalizedText("推廣", "推广", "Marketing") }).PurposeKey);

    [Theory]
    [InlineData("app", "applications", true)]
    [InlineData("app", "profile", false)]
    [InlineData("hub.portal", "applications", false)]
    [InlineData("hub.portal", "licences", true)]
    public void Licences_may_be_looked_up_where_the_text_said_so(string client, string scope, bool named)
    {
        var notice = ConsentText.For(App with { ClientId = client }, [scope], "zh-Hans");
        var consent = new Consent
        {
            Id = "1", ResidentId = "r", ClientId = client, PurposeKey = "p", Scopes = scope, Language = "zh-Hans", Text = notice.ToText(), GivenAt = default,
        };

        Assert.Equal(named, ConsentText.NamesLicences(consent));
        Assert.False(ConsentText.NamesLicences(new Consent
        {
            Id = "1", ResidentId = "r", ClientId = client, PurposeKey = "p", Scopes = scope, Language = "en", Text = "an older text", GivenAt = default,
        }));
    }

    [Fact]
    public void Openid_alone_hands_nothing_over() => Assert.Empty(ConsentText.Consentable(["openid"]));
}
