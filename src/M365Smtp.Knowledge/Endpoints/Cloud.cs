namespace M365Smtp.Knowledge;

/// <summary>The Microsoft mail clouds. Each has its own hosts and OAuth scopes; advice never mixes clouds.</summary>
internal enum Cloud
{
    /// <summary>Worldwide and GCC, which share hosts, scopes and rules.</summary>
    Worldwide,
    GccHigh,
    Dod,

    /// <summary>21Vianet, China.</summary>
    China,

    /// <summary>The German cloud, shut down in October 2021.</summary>
    Germany,

    /// <summary>High Volume Email: internal recipients only.</summary>
    HighVolume,

    /// <summary>Outlook.com, Hotmail and Live.</summary>
    Consumer,
}
