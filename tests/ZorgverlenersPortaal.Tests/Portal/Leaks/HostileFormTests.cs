using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>What a form may be made to say: the EPD is asked the portal's own questions and no other, and nothing of anybody comes out.</summary>
public sealed class HostileFormTests(EmergencyFixture fixture) : IClassFixture<EmergencyFixture>
{
    private static readonly string[] _own = ["family", "birthdate", "address-postalcode", "identifier", "patient", "_count"];

    [Theory]
    [InlineData("a&_count=9999")]
    [InlineData("Geheimnaam,Jansen")]
    [InlineData("Geheimnaam|x")]
    [InlineData("Geheimnaam$x")]
    [InlineData("x:missing=true")]
    [InlineData("_has:Observation:patient:code=1")]
    [InlineData("*")]
    [InlineData("%")]
    [InlineData("a")]
    [InlineData("\u202Emaan\u202C")]
    [InlineData("\U0001F600")]
    [InlineData("' OR 1=1 --")]
    public async Task H080_H081_SurnameThatMeansSomethingElse_FindsNobodyAndAddsNoParameter(string surname)
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var before = fixture.Epd.Asked.Count;

        var answer = await EmergencyFixture.SendAsync(
            client, "/noodprocedure", fixture.Form(("Form.Bsn", ""), ("Form.Surname", surname), ("Form.Postcode", "3301AB")));

        Assert.InRange(answer.Status, 200, 429);
        Assert.DoesNotContain("/patient/", answer.Location ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimnaam,", answer.Location ?? "", StringComparison.Ordinal);
        foreach (var asked in fixture.Epd.Asked.Skip(before).Where(asked => asked.Type == "Patient" && asked.Id is null))
        {
            var names = $"{asked.Query.TrimStart('?')}&{asked.Body}".Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0]);
            Assert.Empty(names.Except(_own, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task H081_SurnameOfTwoThousandLetters_IsRefusedBesideItsField()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());

        var answer = await EmergencyFixture.SendAsync(
            client, "/noodprocedure", fixture.Form(("Form.Bsn", ""), ("Form.Surname", new string('a', 2000)), ("Form.Postcode", "3301AB")));

        Assert.Equal(422, answer.Status);
    }

    [Theory]
    [InlineData("999990018")]
    [InlineData("000000000")]
    [InlineData("99990001")]
    public async Task H082_NumberThatFailsTheElevenTest_IsRefusedAndAsksNothing(string bsn)
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var before = fixture.Epd.Asked.Count;

        var answer = await EmergencyFixture.SendAsync(client, "/noodprocedure", fixture.Form(("Form.Bsn", bsn)));

        Assert.Equal((422, before), (answer.Status, fixture.Epd.Asked.Count));
        Assert.DoesNotContain(bsn, answer.Location ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task H083_SameParameterTwice_MixesNothing()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var own = fixture.Portal.PatientPath("p1", fixture.Portal.Session(TestCards.Huisarts2.UziNumber));
        var handle = own["/patient/".Length..];

        Assert.Equal(200, (await client.GetAsync($"{own}?handle=x&handle=y&id=p2&id=p3")).Status);
        Assert.Equal(404, (await client.GetAsync($"/patient/{handle},{handle}")).Status);
    }

    [Fact]
    public async Task H084_FieldsThatTheFormDoesNotHave_AreIgnored()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());

        var opened = await EmergencyFixture.SendAsync(client, "/noodprocedure", fixture.Form(
            ("Form.PatientId", "p2"), ("PatientId", "p2"), ("Form.UziNumber", "900021220"), ("Role", "PortalAdministrator"), ("IsAdmin", "true"), ("Form.Until", "2099-01-01")));

        Assert.Equal("p1", fixture.Patient(opened.Location!["/patient/".Length..], fixture.Portal.Session()));
        var record = fixture.Portal.Trail(AuditEventType.EmergencyOpened)[0];
        Assert.Equal("900021219", record.Actor!.UziNumber);
        Assert.Equal(403, (await client.GetAsync("/beheer/accounts")).Status);
    }
}
