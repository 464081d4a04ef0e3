param($installPath, $toolsPath, $package, $project)

$analyzers = $project.Object.AnalyzerReferences
$language = @{ 'C#' = 'cs'; 'VB.NET' = 'vb' }[$project.Type]
if ($null -eq $analyzers -or $null -eq $language) { return }

foreach ($file in Get-ChildItem -Path (Join-Path $installPath "analyzers/dotnet/$language") -Filter '*.dll') {
    # A reference that somebody has removed by hand is no reason to keep the others.
    try { $null = $analyzers.Remove($file.FullName) } catch { Write-Verbose $_ }
}
