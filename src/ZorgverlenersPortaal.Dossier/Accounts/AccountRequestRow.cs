namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A request as the database holds it. What the portal wrote is read back; anything else is a fault, never a guess.</summary>
internal sealed record AccountRequestRow
{
    public string Id { get; init; } = "";

    public string Received { get; init; } = "";

    public string Name { get; init; } = "";

    public string UziNumber { get; init; } = "";

    public string Agb { get; init; } = "";

    public string BigNumber { get; init; } = "";

    public string Role { get; init; } = "";

    public string Practice { get; init; } = "";

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string Status { get; init; } = "";

    public string? Note { get; init; }

    public string? FirstApprover { get; init; }

    public string? PracticeAgb { get; init; }

    public long ConfirmedPhysician { get; init; }

    public string? Decided { get; init; }

    public long CodeShown { get; init; }

    /// <summary>The request; throws FormatException when a value is not one the portal wrote.</summary>
    public AccountRequest ToRequest() => new()
    {
        Id = Id,
        Data = new(
            Name, UziNumber, AgbCode.TryRead(Agb) ?? throw Unreadable("agb"), BigNumber,
            StoredValue.Read<CareRole>(Role) ?? throw Unreadable("role"), Practice, Email, Phone),
        Received = StoredValue.Time(Received) ?? throw Unreadable("received"),
        Status = StoredValue.Read<RequestStatus>(Status) ?? throw Unreadable("status"),
        Note = Note,
        FirstApprover = FirstApprover,
        PracticeAgb = AgbCode.TryRead(PracticeAgb),
        IsConfirmedPhysician = ConfirmedPhysician == 1,
        Decided = StoredValue.Time(Decided),
        IsBlockCodeShown = CodeShown != 0,
    };

    public static AccountRequestRow Of(AccountRequest request) => new()
    {
        Id = request.Id,
        Received = StoredValue.Of(request.Received),
        Name = request.Data.Name,
        UziNumber = request.Data.UziNumber,
        Agb = request.Data.Agb.Value,
        BigNumber = request.Data.BigNumber,
        Role = request.Data.Role.ToString(),
        Practice = request.Data.Practice,
        Email = request.Data.Email,
        Phone = request.Data.Phone,
        Status = request.Status.ToString(),
        Note = request.Note,
        FirstApprover = request.FirstApprover,
        PracticeAgb = request.PracticeAgb?.Value,
        ConfirmedPhysician = request.IsConfirmedPhysician ? 1 : 0,
        Decided = request.Decided is { } decided ? StoredValue.Of(decided) : null,
        CodeShown = request.IsBlockCodeShown ? 1 : 0,
    };

    private FormatException Unreadable(string column) => new($"The column {column} of account request {Id} holds no value of the portal.");
}
