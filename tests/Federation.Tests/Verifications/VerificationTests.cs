using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>What a department is told of people, and what not.</summary>
public sealed class VerificationTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>, IDisposable
{
    private readonly DepartmentDesk desk = new(sandbox);

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("home_return_permit", "H12345678", "CHAN Tai Man", "1990-01-01")]
    [InlineData("hkid", "A123456(3)", "陳大文", "1990-01-01")]
    [InlineData("residence_permit", "810000199001010019", "陈大文", "1990-01-01")]
    [InlineData("home_return_permit", "H23456789", "WONG Siu Ming", "1985-06-15")]
    [InlineData("hkid", "G123456(A)", "黃小明", "1985-06-15")]
    [InlineData("residence_permit", "810000198506153512", "黄小明", "1985-06-15")]
    [InlineData("hkid", "AB987654(3)", "李嘉欣", "1992-03-08")]
    [InlineData("hkid", "E364912(5)", "吳美玲", "1958-11-30")]
    [InlineData("home_return_permit", "H56789012", "張偉傑", "1979-12-13")]
    [InlineData("home_return_permit", "HA1234567", "John Smith", "1988-02-29")]
    [InlineData("hkid", "C123456(9)", "SMITH John", "1988-02-29")]
    public async Task A_document_name_and_birth_date_that_belong_together_match(string type, string number, string name, string birthdate) =>
        Assert.True((await desk.VerifyAsync(("documentType", type), ("documentNumber", number), ("name", name), ("birthdate", birthdate))).Match);

    [Theory]
    [InlineData("home_return_permit", "H1234567800")]
    [InlineData("home_return_permit", "H1234567802")]
    [InlineData("home_return_permit", " h12345678 ")]
    [InlineData("hkid", "A1234563")]
    [InlineData("hkid", "a123456(3)")]
    public async Task A_number_may_be_written_in_every_way_that_its_type_knows(string type, string number) =>
        Assert.True((await desk.VerifyAsync(("documentType", type), ("documentNumber", number))).Match);

    [Theory]
    [InlineData("陳大文")]
    [InlineData("陈大文")]
    [InlineData("陳 大 文")]
    [InlineData("CHAN TAI MAN")]
    [InlineData("Tai Man Chan")]
    [InlineData("chan, taiman")]
    [InlineData("ＣＨＡＮ　Ｔａｉ　Ｍａｎ")]
    [InlineData("Cha\u0301n Tai Ma\u0303n")]
    [InlineData("CHAN Tai Man 陳大文")]
    public async Task A_name_may_be_written_in_every_way_that_is_the_same_name(string name) =>
        Assert.True((await desk.VerifyAsync(("name", name))).Match);

    [Theory]
    [InlineData("CHAN")]
    [InlineData("CHAN Tai Ming")]
    [InlineData("陳文大")]
    [InlineData("CHAN Tai Man 李嘉欣")]
    [InlineData("LEE Ka Yan 陳大文")]
    [InlineData("CHАN Tai Man")]
    public async Task Another_name_does_not_match(string name) => Assert.False((await desk.VerifyAsync(("name", name))).Match);

    [Fact]
    public async Task A_name_in_a_script_that_the_registry_does_not_hold_does_not_match() =>
        Assert.False((await desk.VerifyAsync(("documentNumber", "HA1234567"), ("name", "史密夫"), ("birthdate", "1988-02-29"))).Match);

    [Fact]
    public async Task An_unknown_person_and_a_mismatch_look_alike_to_the_letter_but_for_what_is_new_each_time()
    {
        var unknown = await desk.VerifyAsync(("documentNumber", "H99999999"));
        var day = await desk.VerifyAsync(("birthdate", "1990-01-02"));
        var name = await desk.VerifyAsync(("name", "CHAN Tai Mun"));

        foreach (var answer in new[] { unknown, day, name })
        {
            Assert.Equal((200, "application/json", unknown.Text.Length), (answer.Status, answer.MediaType, answer.Text.Length));
            Assert.Equal(Names(unknown), Names(answer));
            Assert.False(answer.Match);
            Assert.Equal(Constant(unknown), Constant(answer));
            Assert.Equal(TokenAnswer.Header(unknown.Attestation).GetRawText(), TokenAnswer.Header(answer.Attestation).GetRawText());
        }

        static IEnumerable<string> Names(DepartmentAnswer answer) => answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);
        static string Constant(DepartmentAnswer answer) => string.Join(' ', TokenAnswer.Payload(answer.Attestation).EnumerateObject()
            .Select(member => member.Name is "jti" or "iat" or "exp" ? member.Name : member.ToString()));
    }

    [Fact]
    public async Task An_answer_holds_match_and_attestation_and_nothing_of_the_person_and_is_not_cached()
    {
        var answer = await desk.VerifyAsync(("documentType", "hkid"), ("documentNumber", "A123456(3)"));

        Assert.Equal(["match", "attestation"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var payload = TokenAnswer.Payload(answer.Attestation);
        Assert.Equal(["iss", "aud", "jti", "iat", "exp", "match", "documentType"], payload.EnumerateObject().Select(member => member.Name));
        Assert.All(["A123456", "CHAN", "1990", "大文", "810000"], attribute => Assert.DoesNotContain(attribute, payload.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_of_the_audit_log_says_who_asked_and_what_was_answered_and_not_about_whom()
    {
        var answer = await desk.VerifyAsync(("name", "CHAN Tai Mun"));
        var id = TokenAnswer.Payload(answer.Attestation).GetProperty("jti").GetString();

        var entry = Assert.Single(await sandbox.RowsAsync<AuditEntry>(), entry => entry.SubjectReference == id);

        Assert.Equal(("verification.answered", "client"), (entry.Kind, entry.ActorKind));
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details)!;
        Assert.Equal(new Dictionary<string, string>
        {
            ["client"] = DepartmentDesk.ClientId, ["documentType"] = "home_return_permit", ["match"] = "no",
            ["key"] = TokenAnswer.Header(answer.Attestation).GetProperty("kid").GetString()!,
        }, details);
    }
}
