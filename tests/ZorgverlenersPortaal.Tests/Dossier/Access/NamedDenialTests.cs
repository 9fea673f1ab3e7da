using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Dossier.Consents;
using ZorgverlenersPortaal.Tests.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>
/// A privacy Consent that names one doctor holds for that doctor on every way to the record, and for nobody else. Anna is the
/// general practitioner (Practitioner/gp1), Carla and Dirk are of the practice that is named beside her.
/// </summary>
public sealed class NamedDenialTests : IAsyncLifetime
{
    private static readonly CareProvider _carla = DelegationRig.Carla with { PracticeAgb = AgbCode.TryRead(DelegationRig.Practice) };
    private DelegationRig _rig = null!;

    private TestDossier Dossier => _rig.Dossier;

    public static TheoryData<string> NamesOfAnna => ["Practitioner/gp1", "PractitionerRole/roleA", "PractitionerRole/ended", "identifier", "uzi", "#inside"];

    public async Task InitializeAsync()
    {
        _rig = await DelegationRig.StartAsync(ownPractice: true);
        Dossier.Epd.Has(
            Some.Practitioner("gp1", DelegationRig.Anna.Agb!.Value), Some.Practitioner("gp3", _carla.Agb!.Value), Some.Organization("practice1", DelegationRig.Practice),
            Some.Practitioner("nobody", agb: null), Some.Role("roleA"), Some.Role("roleC", "Practitioner/gp3"),
            Some.Role("ended").With(role => role["active"] = false), Some.Role("practice").With(role => role.Remove("practitioner")),
            Some.Role("round").With(role => role["practitioner"] = Some.Ref("PractitionerRole/round")),
            Some.Patient(gp: [Some.Ref("Practitioner/gp1"), Some.Ref("Organization/practice1")]), Some.Encounter());
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [MemberData(nameof(NamesOfAnna))]
    public async Task Look_DenialThatNamesHer_IsClosedOnListPageSearchAndLetter(string name)
    {
        Deny(name);
        var anna = DelegationRig.Visit(DelegationRig.Anna);

        Assert.Empty((await ListAsync(anna)).Admitted);
        Assert.Equal(AccessReason.Objection, (await Dossier.Access.OpenAsync(anna, "p1", default)).Decision.Reason);
        Assert.Equal(AccessReason.Objection, (await Dossier.Access.OpenLetterAsync(anna, "p1", default)).Decision.Reason);
        Assert.Equal(EmergencyOutcome.NotFound, (await SearchAsync(anna)).Outcome);
    }

    [Theory]
    [MemberData(nameof(NamesOfAnna))]
    public async Task Look_DenialThatNamesAnother_IsOpenOnThePracticesListPageAndSearch(string name)
    {
        Deny(name);
        var carla = DelegationRig.Visit(_carla);

        var list = await ListAsync(carla, "practice");
        // A number of a card says who it is, and never who it is not.
        Assert.Equal(name == "uzi" ? (0, true) : (1, false), (list.Admitted.Count, list.IsIncomplete));
        Assert.Equal(name == "uzi" ? AccessReason.NotDecidable : AccessReason.OwnPractice, (await Dossier.Access.OpenAsync(carla, "p1", default)).Decision.Reason);
        Assert.Equal(name == "uzi" ? EmergencyOutcome.NotFound : EmergencyOutcome.OpensNormally, (await SearchAsync(carla)).Outcome);
    }

    [Theory]
    [InlineData("Practitioner/gp3")]
    [InlineData("PractitionerRole/roleC")]
    [InlineData("PractitionerRole/practice")]
    [InlineData("Organization/practice1")]
    public async Task Look_DenialThatNamesADoctorOfThePractice_ClosesThePracticesListToHer(string name)
    {
        Deny(name);
        var carla = DelegationRig.Visit(_carla);

        var list = await ListAsync(carla, "practice");
        Assert.Equal((0, false), (list.Admitted.Count, list.IsIncomplete));
        Assert.Equal(AccessReason.Objection, (await Dossier.Access.OpenAsync(carla, "p1", default)).Decision.Reason);
        // Anna is the patient's own and of no practice that the office knows.
        Assert.Single((await ListAsync(DelegationRig.Visit(DelegationRig.Anna))).Admitted);
    }

    [Theory]
    [InlineData("Practitioner/gp3", 0)]
    [InlineData("Practitioner/gp1", 1)]
    public async Task Look_OfALocum_IsJudgedForWhoLooksAndNotForWhoGave(string name, int shown)
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Carla);
        Deny(name);
        var locum = DelegationRig.Visit(DelegationRig.Carla);

        var list = (await Dossier.Access.OpenListsAsync(locum, default)).Single(grant => grant.Decision.Ruling.Basis == AccessBasis.Delegation);
        Assert.Equal(shown, (await Dossier.List.ReadAsync(list, default)).Admitted.Count);
        Assert.Equal(shown == 0 ? AccessReason.Objection : AccessReason.Delegated, (await Dossier.Access.OpenAsync(locum, "p1", default)).Decision.Reason);
    }

    [Theory]
    [InlineData("CareTeam/t1")]
    [InlineData("Practitioner/nobody")]
    [InlineData("Practitioner/unknown")]
    [InlineData("PractitionerRole/round")]
    public async Task R10_Look_DenialOfWhomNobodyCanTell_LetsOnlyTheOwnDoctorGoOnAndSaysTheListIsNotWhole(string name)
    {
        Deny(name);

        var own = await ListAsync(DelegationRig.Visit(DelegationRig.Anna));
        Assert.Equal((1, false), (own.Admitted.Count, own.IsIncomplete));
        var practice = await ListAsync(DelegationRig.Visit(_carla), "practice");
        Assert.Equal((0, true), (practice.Admitted.Count, practice.IsIncomplete));
        Assert.Equal(AccessReason.NotDecidable, (await Dossier.Access.OpenAsync(DelegationRig.Visit(_carla), "p1", default)).Decision.Reason);
    }

    [Fact]
    public async Task List_EpdHangsOnTheNamedDoctor_IsShownWithoutHerAfterHalfOfTheDeadline()
    {
        Deny("Practitioner/gp3");
        Dossier.Epd.On("Practitioner/gp3", ScriptedAnswer.Hang());
        var reading = ListAsync(DelegationRig.Visit(_carla), "practice");
        await Dossier.Epd.UntilAskedAsync("Practitioner/gp3");
        Dossier.Clock.Advance(TimeSpan.FromSeconds(2.5));

        var list = await reading;
        Assert.Equal((0, true), (list.Admitted.Count, list.IsIncomplete));
    }

    [Fact]
    public async Task R1_List_DenialThatNamesADoctor_AsksOnlyForThatDoctor()
    {
        Deny("PractitionerRole/roleC");
        await ListAsync(DelegationRig.Visit(DelegationRig.Anna));
        Assert.Equal(["GET PractitionerRole/roleC", "GET Practitioner/gp3"], Dossier.Epd.Lines.Where(line => line.Contains("/roleC", StringComparison.Ordinal) || line.EndsWith("/gp3", StringComparison.Ordinal)));
    }

    private void Deny(string name) => Dossier.Epd.Has(PrivacyConsentTests.Privacy("deny").With(consent =>
    {
        consent["provision"]!["actor"] = new JsonArray(new JsonObject
        {
            ["role"] = Some.Concept("http://x.example", "PRCP"),
            ["reference"] = name switch
            {
                "identifier" => Some.Known(DelegationRig.Anna.Agb!.Value, "Practitioner"),
                "uzi" => Some.Known(DelegationRig.Anna.UziNumber, "Practitioner", "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers"),
                _ => Some.Ref(name),
            },
        });
        if (name == "#inside")
        {
            consent["contained"] = new JsonArray(
                Some.Role("inside").With(role => role["practitioner"] = Some.Ref("#person")), Some.Practitioner("person", DelegationRig.Anna.Agb!.Value));
        }
    }));

    private async Task<PatientList> ListAsync(Visit visit, string name = "own") =>
        await Dossier.List.ReadAsync((await Dossier.Access.OpenListsAsync(visit, default)).Single(grant => grant.Name == name), default);

    private Task<EmergencyAnswer> SearchAsync(Visit visit) =>
        Dossier.Get<EmergencyDoor>().FindOwnAsync(visit, PatientIdentity.ByBsn(Bsn.TryRead("999900018")!, new(1948, 2, 29)), default);
}
