using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The hospital's staff at work.</summary>
public static class TestStaff
{
    /// <summary>The portal administrator Noor Karaman.</summary>
    public static ChangedBy Noor { get; } = ChangedBy.Administrator(Visit("900032001", "Noor Karaman"));

    /// <summary>The portal administrator Joris van Beek.</summary>
    public static ChangedBy Joris { get; } = ChangedBy.Administrator(Visit("900032002", "Joris van Beek"));

    public static StaffVisit Visit(string uziNumber, string name, AccountFunction function = AccountFunction.PortalAdministrator) => new()
    {
        Member = new(uziNumber, name, function, "00.000", "90000300"),
        SessionReference = "session-staff",
        RequestId = "request-staff",
        Incident = "K7M2-41QX",
        CardSerial = "0A1C",
        CardIssuer = "CN=Test CA",
        Address = "192.0.2.20",
    };

    /// <summary>Somebody without a card.</summary>
    public static Caller Stranger(string address = "192.0.2.30") => new("request-stranger", "K7M2-41QX", address);

    /// <summary>A request without faults.</summary>
    public static AccountRequestForm Form { get; } = new()
    {
        Name = "L. Brandsma",
        UziNumber = "900 031 446",
        Agb = "84-001927",
        BigNumber = "19012345601",
        Role = "so",
        Practice = "De Rietzoom",
        Email = "l.brandsma@rietzoom.example",
        InTraining = false,
    };
}
