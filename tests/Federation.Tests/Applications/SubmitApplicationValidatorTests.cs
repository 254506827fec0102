using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Tests.Catalogue;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class SubmitApplicationValidatorTests
{
    [Fact]
    public void Identity_is_taken_from_the_verified_identity_and_not_from_the_form()
    {
        var request = Requests.Complete("gd-si-001");
        var form = new Dictionary<string, string>(request.Form) { ["name_zh"] = "假名", ["hrp_no"] = "H99999999" };

        var application = Validate(request with { Form = form }).Value;

        Assert.Equal("陳大文", application.Parts[0].Form["name_zh"]);
        Assert.Equal("H12345678", application.Parts[0].Form["hrp_no"]);
    }

    [Fact]
    public void What_a_licence_says_needs_no_typing_and_without_it_is_asked_with_CB5010()
    {
        var request = Requests.Complete("gd-si-001");

        var prefilled = Validate(request);
        var asked = Validate(request, licences: false);

        Assert.Equal("licence-address", prefilled.Value.Parts[0].Form["gd_address"]);
        Assert.Contains(asked.Errors, error => error is { Code: "CB5010", Pointer: "/form/gd_address" });
        Assert.Contains(asked.Errors, error => error is { Code: "CB5014", Pointer: "/materials/residence-permit" });
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var request = Requests.Empty("gd-si-005") with
        {
            Form = new Dictionary<string, string> { ["start_date"] = "1 May", ["favourite_colour"] = "red" },
            Materials = [new("bank-account-proof", "no-such-id"), new("seal-specimen", "x")],
            Commitments = ["home-return-permit"],
            Deferred = ["home-return-permit"],
        };

        var errors = Validate(request).Errors;

        Assert.Contains(errors, error => error is { Code: "CB5010", Pointer: "/form/bank_account" });
        Assert.Contains(errors, error => error is { Code: "CB5011", Pointer: "/form/start_date" });
        Assert.Contains(errors, error => error is { Code: "CB5012", Pointer: "/form/favourite_colour" });
        Assert.Contains(errors, error => error is { Code: "CB5015", Pointer: "/materials/0/id" });
        Assert.Contains(errors, error => error is { Code: "CB5016", Pointer: "/materials/1/slug" });
        Assert.Contains(errors, error => error is { Code: "CB5017", Pointer: "/commitments/0" });
        Assert.Contains(errors, error => error is { Code: "CB5018", Pointer: "/deferred/0" });
    }

    [Fact]
    public void What_the_home_did_not_prove_cannot_be_typed_in_and_is_refused_with_CB5013()
    {
        var item = Shipped.Catalogue.Items.First(item => item.Online && item.Fields.Any(field => field.Prefill?.Claim == "hk_id_number"));
        var field = item.Fields.First(field => field.Prefill?.Claim == "hk_id_number");
        var identity = People.Identity("r1");
        var withoutCard = Verification.Identity.VerifiedIdentityJson.Read(
            Verification.Identity.VerifiedIdentityJson.Write(identity).Replace("\"hkid\"", "\"residence_permit\"", StringComparison.Ordinal)).Value;
        var request = Requests.Complete(item.Code);

        var refused = SubmitApplicationValidator.Validate(
            CatalogueEntry.Of(item), "1", new(withoutCard, Licences.Of(KnownFacts.LicenceKindsOf([item]))),
            request with { Form = new Dictionary<string, string>(request.Form) { [field.Name] = "A123456(3)" } }, []);

        Assert.Contains(refused.Errors, error => error.Code == "CB5013" && error.Pointer == "/form/" + field.Name);
    }

    [Fact]
    public void Somebody_without_a_Chinese_name_is_named_as_on_the_permit() =>
        Assert.Equal("SMITH John", Validate(Requests.Complete("gd-si-001"), login: "r6").Value.Parts[0].Form["name_zh"]);

    [Fact]
    public void An_upload_settles_a_material_for_its_own_slug_only()
    {
        var request = Requests.Complete("gd-si-001") with { Commitments = [], Materials = [new("bank-account-proof", "m1")] };

        var own = Validate(request, uploads: [new("m1", "bank-account-proof", "application/pdf", "sha256:1")]);
        var other = Validate(request, uploads: [new("m1", "photo", "image/png", "sha256:1")]);

        Assert.Contains(own.Value.Parts[0].Materials, material => material is { Slug: "bank-account-proof", How: Settlement.Uploaded });
        Assert.Equal("CB5015", Assert.Single(other.Errors).Code);
    }

    [Fact]
    public void Every_online_item_can_be_applied_for_by_somebody_who_is_proved_and_holds_the_licences()
    {
        foreach (var item in Shipped.Catalogue.Items.Where(item => item.Online))
        {
            var request = Requests.Complete(item.Code);
            var missing = item.Documents.Where(document => document is { WaivableBy: Waiver.None, Deferrable: false }).ToList();
            var uploads = missing.ConvertAll(document => new UploadedMaterial("id-" + document.Slug, document.Slug, "application/pdf", "sha256:1"));

            var application = Validate(
                request with { Materials = [.. uploads.Select(upload => new MaterialReference(upload.Slug, upload.Id))] }, uploads: uploads);

            Assert.True(application.Succeeded, $"{item.Code}: {string.Join("; ", application.Errors)}");
        }
    }

    [Fact]
    public void A_bundle_makes_a_part_for_each_online_item_and_names_the_rest()
    {
        var bundle = Shipped.Catalogue.Find("work-in-gba").Value;
        var uploads = EntryNeeds.Of(bundle).Documents.Select(document => new UploadedMaterial("id-" + document.Slug, document.Slug, "application/pdf", "sha256:1")).ToList();
        var request = Requests.Complete("work-in-gba") with
        {
            Materials = [.. uploads.Select(upload => new MaterialReference(upload.Slug, upload.Id))],
        };

        var application = Validate(request, uploads: uploads).Value;

        Assert.Equal(4, application.Parts.Count);
        Assert.Equal("gd-ee-001", Assert.Single(application.CounterOnly).Code);
    }

    [Theory]
    [InlineData("Date", "2026-02-29", false)]
    [InlineData("Date", "2028-02-29", true)]
    [InlineData("Number", "12,5", false)]
    [InlineData("Number", "12.5", true)]
    [InlineData("Number", "NaN", false)]
    [InlineData("Tel", "+852 5123 0001", true)]
    [InlineData("Tel", "call me", false)]
    [InlineData("Email", "r1@example.test", true)]
    [InlineData("Email", "R1 <r1@example.test>", false)]
    [InlineData("Select", "a", true)]
    [InlineData("Select", "b", false)]
    [InlineData("Text", "a\u0000b", false)]
    public void A_value_has_the_form_of_its_field(string typeName, string value, bool holds)
    {
        var type = Enum.Parse<FieldType>(typeName);
        var text = new LocalizedText("a", "a", "a");
        var field = new FormField("field", text, type, true, type == FieldType.Select ? [new("a", text)] : [], null);

        Assert.Equal(holds, FieldFormat.Fault(field, value) is null);
    }

    private static Outcome<VerifiedApplication> Validate(
        SubmitApplication request, bool licences = true, string login = "r1", IReadOnlyList<UploadedMaterial>? uploads = null)
    {
        var entry = Shipped.Catalogue.Find(request.Item ?? request.Bundle!).Value;
        var held = licences ? Licences.Of(KnownFacts.LicenceKindsOf(entry.Items)) : [];
        return SubmitApplicationValidator.Validate(entry, "1", new(People.Identity(login), held), request, uploads ?? []);
    }
}
