using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>A hospital with every rule switched on, in which patient p1 opens to a doctor of this role on this basis and no other.</summary>
internal static class MatrixBasis
{
    private const string OtherAgb = "07654321";
    private const string PracticeAgb = "01110001";

    /// <summary>Every role with every basis it can have: the rules of care team and residence are not for general practitioners.</summary>
    public static IEnumerable<(CareRole Role, AccessBasis Basis)> All =>
        from role in Enum.GetValues<CareRole>()
        from basis in Enum.GetValues<AccessBasis>()
        where role != CareRole.GeneralPractitioner || basis is not (AccessBasis.CareTeam or AccessBasis.Residence)
        select (role, basis);

    public static async Task<TestDossier> StartAsync(AccessBasis basis)
    {
        var access = new AccessOptions { OwnPractice = true, AfterDays = 30 };
        foreach (var role in (string[])[nameof(CareRole.ElderlyCarePhysician), nameof(CareRole.IntellectualDisabilityPhysician)])
        {
            access.CareTeamRoles.Add(role);
            access.ResidenceRoles.Add(role);
        }
        var dossier = await TestDossier.StartAsync(access: access);
        dossier.Epd.Has(
            Some.Practitioner(), Some.Practitioner("gp2", OtherAgb), Some.Organization(agb: PracticeAgb),
            Some.Role("ended").With(r => r["period"] = Some.Period(null, "2026-03-01")),
            Patient(basis), Some.Encounter(), Some.Condition(), Some.Allergy(), Some.Document());
        if (basis == AccessBasis.CareTeam)
        {
            dossier.Epd.On("CareTeam", ScriptedAnswer.Bundle(Team()));
        }
        return dossier;
    }

    /// <summary>The doctor; for a delegation or an emergency also what gives it her.</summary>
    public static async Task<Visit> VisitAsync(TestDossier dossier, CareRole role, AccessBasis basis)
    {
        var visit = TestDossier.Visit(basis is AccessBasis.OwnPatient or AccessBasis.CareTeam or AccessBasis.EndedRelation ? Some.Agb : OtherAgb);
        visit = visit with
        {
            Provider = visit.Provider with { Role = role, PracticeAgb = basis is AccessBasis.OwnPractice or AccessBasis.Residence ? AgbCode.TryRead(PracticeAgb) : null },
        };
        if (basis == AccessBasis.Delegation)
        {
            await HandOverAsync(dossier, visit);
        }
        if (basis == AccessBasis.Emergency)
        {
            var answer = await dossier.Get<EmergencyDoor>().OpenAsync(
                visit, new(PatientIdentity.ByBsn(ZorgverlenersPortaal.Dossier.Bsn.TryRead("999900018")!, new(1948, 2, 29)), new(EmergencyReason.Acute, "Patiënt verward binnengebracht", false)), default);
            Assert.Equal(EmergencyOutcome.Opened, answer.Outcome);
        }
        return visit;
    }

    private static async Task HandOverAsync(TestDossier dossier, Visit receiver)
    {
        var giver = receiver with { Provider = receiver.Provider with { UziNumber = "900040001", Name = "Anna", Agb = AgbCode.TryRead(Some.Agb), Role = CareRole.GeneralPractitioner } };
        foreach (var doctor in (CareProvider[])[giver.Provider, receiver.Provider])
        {
            var account = new Account { UziNumber = doctor.UziNumber, Name = doctor.Name, Role = doctor.Role, Agb = doctor.Agb };
            Assert.Equal(AccountOutcome.Done, await dossier.Get<AccountOffice>().AddAsync(account, TestStaff.Noor));
        }
        var desk = dossier.Get<DelegationDesk>();
        Assert.Null(await desk.GiveAsync(new() { ReceiverUzi = receiver.Provider.UziNumber, FirstDay = new(2026, 3, 10), LastDay = new(2026, 3, 20) }, giver));
        var given = Assert.Single(await dossier.Get<ReceivedDelegations>().OfAsync(receiver.Provider.UziNumber, default));
        Assert.Equal(DelegationOutcome.Done, await desk.AcceptAsync(given.Id, receiver));
    }

    private static JsonObject Patient(AccessBasis basis) => basis switch
    {
        AccessBasis.OwnPractice => Some.Patient(gp: Some.Ref("Organization/practice1")),
        AccessBasis.EndedRelation => Some.Patient(gp: Some.Ref("PractitionerRole/ended")),
        AccessBasis.CareTeam => Some.Patient(gp: Some.Ref("Practitioner/gp2")),
        AccessBasis.Residence => Some.Patient().With(p => p["contact"] = new JsonArray(new JsonObject { ["organization"] = Some.Ref("Organization/practice1") })),
        _ => Some.Patient(),
    };

    private static JsonObject Team() => new()
    {
        ["resourceType"] = "CareTeam",
        ["id"] = "team1",
        ["status"] = "active",
        ["subject"] = Some.Ref("Patient/p1"),
        ["participant"] = new JsonArray(new JsonObject { ["member"] = Some.Ref("Practitioner/gp1") }),
    };
}
